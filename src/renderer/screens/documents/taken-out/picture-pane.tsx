import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconEyeOff, IconMarquee2, IconSquarePlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallInput, CallOutput } from '../../../../contract/calls.ts';
import { useCommandCall, useQueryCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { BoxDrawing, boxStyle } from '../../evidence/viewer/box-drawing.tsx';
import { BoxFields, type BoxInHand } from './box-fields.tsx';
import { type Decision, DecisionDialog } from './decision-dialog.tsx';
import { PictureLists } from './picture-lists.tsx';
import type { Picture, Places } from './picture-places.ts';
import '../../evidence/viewer/viewer.css';
import './taken-out.css';

interface PicturePaneProps {
  readonly address: CallInput<'redaction.view'>;
  readonly evidenceId: string;
  readonly onBack: () => void;
}

/** A picture of the document: places are taken out by mouse, by figures, by its lines, or by the faces that were found. */
export function PicturePane({ address, evidenceId, onBack }: PicturePaneProps) {
  const words = useWords().takenOut;
  const view = useQueryCall('redaction.view', address, { keepPrevious: true });
  const picture = view.value?.pictures.find((one) => one.evidenceId === evidenceId) ?? null;
  return (
    <div className="pages-pane">
      <div className="pages-bar row-apart">
        <h2 className="picture-heading">
          {picture === null ? words.loading : words.picture.heading(picture.exhibit, picture.name)}
        </h2>
        <Button variant="default" size="compact-xs" onClick={onBack}>
          {words.picture.back}
        </Button>
      </div>
      {view.state === 'failed' ? <ErrorNotice error={view.error} /> : null}
      {picture === null || view.value === null ? null : (
        <Editor key={evidenceId} picture={picture} audience={view.value.profile.id} />
      )}
    </div>
  );
}

interface EditorProps {
  readonly picture: Picture;
  readonly audience: CallOutput<'redaction.view'>['profile']['id'];
}

const scrolledByKeys = { tabIndex: 0 };
const MIDDLE: BoxInHand = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };

function Editor({ picture, audience }: EditorProps) {
  const words = useWords().takenOut;
  const mark = useCommandCall('redaction.mark');
  const unmark = useCommandCall('redaction.unmark');
  const [drawing, setDrawing] = useState(false);
  const [box, setBox] = useState<BoxInHand | null>(null);
  const [asked, setAsked] = useState<Places | null>(null);
  useHotkeys([['Escape', () => setDrawing(false)]]);
  const done = async (decision: Decision) => {
    if (asked === null || mark.busy) return;
    const kept = await mark.run({ ...asked, ...decision, evidenceId: picture.evidenceId });
    if (kept === null) return;
    setAsked(null);
    setBox(null);
  };
  return (
    <section className="pages-scroll stack" aria-label={words.picture.alt(picture.exhibit)} {...scrolledByKeys}>
      <div className="row picture-tools">
        <Button
          variant={drawing ? 'filled' : 'default'}
          leftSection={<IconMarquee2 size={15} aria-hidden />}
          aria-pressed={drawing}
          onClick={() => setDrawing(!drawing)}
        >
          {words.picture.draw}
        </Button>
        <Button
          variant="default"
          leftSection={<IconSquarePlus size={15} aria-hidden />}
          onClick={() => setBox(box ?? MIDDLE)}
        >
          {words.picture.place}
        </Button>
        {drawing ? <span className="quiet">{words.picture.drawing}</span> : null}
      </div>
      {box === null ? null : (
        <BoxFields
          box={box}
          onChange={setBox}
          onCancel={() => setBox(null)}
          onTakeOut={() => setAsked({ boxes: [box], decision: 'remove', what: 'other', foundBy: 'drawn' })}
        />
      )}
      <Shown
        picture={picture}
        box={box}
        drawing={drawing}
        onBox={(drawn) => {
          setDrawing(false);
          setBox(drawn);
        }}
      />
      {unmark.error === null ? null : <ErrorNotice error={unmark.error} />}
      <PictureLists picture={picture} onAsk={setAsked} onTakeBack={(id) => void unmark.run({ id })} />
      <DecisionDialog
        asked={
          asked === null
            ? null
            : {
                title:
                  asked.decision === 'remove'
                    ? words.decision.titlePlaces(asked.boxes.length)
                    : words.decision.titleFaceIn,
                takesOut: asked.decision === 'remove',
                reason: '',
                ground: 'student-privacy',
              }
        }
        audience={audience}
        busy={mark.busy}
        error={mark.error}
        onCancel={() => setAsked(null)}
        onDecide={(decision) => void done(decision)}
      />
    </section>
  );
}

interface ShownProps {
  readonly picture: Picture;
  readonly box: BoxInHand | null;
  readonly drawing: boolean;
  readonly onBox: (box: BoxInHand) => void;
}

/** The evidence itself with what goes dark and what is to be decided outlined; a graphic one is veiled until asked for. */
function Shown({ picture, box, drawing, onBox }: ShownProps) {
  const words = useWords().takenOut.picture;
  const [shown, setShown] = useState(!picture.veiled);
  const [missing, setMissing] = useState(false);
  const gone = [
    ...picture.regions.filter(({ decision }) => decision === 'remove').map((region) => region.box),
    ...picture.covered,
  ];
  const open = (picture.faces ?? []).filter(({ decision }) => decision === null);
  return (
    <>
      {picture.veiled ? (
        <div className="veiled" data-shown={shown}>
          <IconEyeOff size={20} aria-hidden />
          <p>{words.veiled}</p>
          <Button variant="default" onClick={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </Button>
        </div>
      ) : null}
      {!shown ? null : (
        <div className="picture-frame taken-out-frame">
          {missing ? (
            <p className="picture-missing">{words.missing}</p>
          ) : (
            <img
              src={`evidence://picture/${encodeURIComponent(picture.evidenceId)}?maxWidth=1600`}
              alt={words.alt(picture.exhibit)}
              onError={() => setMissing(true)}
              draggable={false}
            />
          )}
          {gone.map((place) => (
            <span
              key={`${place.x} ${place.y} ${place.width}`}
              className="picture-box"
              data-kind="gone"
              style={boxStyle(place)}
            />
          ))}
          {open.map(({ box: face }, index) => (
            <span key={`${face.x} ${face.y}`} className="picture-box" data-kind="to-decide" style={boxStyle(face)}>
              <span className="picture-box-number">{index + 1}</span>
            </span>
          ))}
          {box === null ? null : <span className="picture-box" data-kind="chosen" style={boxStyle(box)} />}
          {drawing ? (
            <BoxDrawing
              text=""
              regions={[]}
              fallback=""
              onBox={(passage) => {
                if (passage.kind === 'box') onBox(passage.box);
              }}
            />
          ) : null}
        </div>
      )}
    </>
  );
}
