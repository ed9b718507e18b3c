import { ActionIcon, Button, Checkbox, Tooltip } from '@mantine/core';
import { IconMarquee2, IconMinus, IconPlus, IconTextPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Box } from '../../../../contract/item.ts';
import { useWords } from '../../../words/use-words.ts';
import type { BodyProps } from './body-props.ts';
import { BoxDrawing, boxStyle } from './box-drawing.tsx';
import { CorrectForm } from './correct-form.tsx';
import { placeFor } from './corrections.ts';
import { LineList } from './line-list.tsx';
import { linesOf, type PictureLine } from './picture-lines.ts';

const zooms = [50, 75, 100, 150, 200, 300];
/** Wider than its pane, a picture is scrolled, by the arrow keys too. */
const scrolls = { tabIndex: 0 };
/** Pixels asked of the engine; enough for 200 % on a usual screen. */
const askedWidth = 1600;

/** A picture with the lines recognised in it; parts are marked by drawing a box or by choosing lines from a list. */
export function PictureView(props: BodyProps) {
  const words = useWords().viewer.picture;
  const { correct } = useWords().reading;
  const { item, passage, onPassage } = props;
  const { row, item: draft } = item.view;
  // Not chosen until the picture's shape is known.
  const [chosen, setZoom] = useState<number | null>(null);
  const zoom = chosen ?? 100;
  const [showLines, setShowLines] = useState(false);
  const [drawing, setDrawing] = useState<'passage' | 'line' | null>(null);
  const [added, setAdded] = useState<Box | null>(null);
  const [missing, setMissing] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const boxes = markedBoxes(props);
  const lines = useMemo(() => linesOf(draft.text, draft.regions), [draft]);
  return (
    <figure className="picture">
      <div className="row picture-tools">
        <Zoom zoom={zoom} onZoom={setZoom} />
        <Button
          variant={drawing === 'passage' ? 'filled' : 'default'}
          leftSection={<IconMarquee2 size={15} aria-hidden />}
          aria-pressed={drawing === 'passage'}
          onClick={() => setDrawing(drawing === 'passage' ? null : 'passage')}
        >
          {words.draw}
        </Button>
        <Button
          variant={drawing === 'line' ? 'filled' : 'default'}
          leftSection={<IconTextPlus size={15} aria-hidden />}
          aria-pressed={drawing === 'line'}
          onClick={() => setDrawing(drawing === 'line' ? null : 'line')}
        >
          {correct.add}
        </Button>
        {draft.regions.length === 0 ? null : (
          <Checkbox
            label={words.boxes}
            checked={showLines}
            onChange={(event) => setShowLines(event.currentTarget.checked)}
          />
        )}
        {drawing === null ? null : (
          <span className="quiet">{drawing === 'line' ? correct.addAbout : words.drawing}</span>
        )}
      </div>
      <div className="picture-scroll" {...(zoom > 100 ? scrolls : {})}>
        <div ref={frame} className="picture-frame" style={{ width: `${zoom}%` }}>
          {missing ? (
            <p className="picture-missing">{words.missing}</p>
          ) : (
            <img
              src={`evidence://picture/${encodeURIComponent(row.evidenceId)}?maxWidth=${askedWidth}`}
              alt={words.label(row.evidenceName)}
              onError={() => setMissing(true)}
              onLoad={(event) => {
                const fitting = fittingZoom(event.currentTarget);
                setZoom((before) => before ?? fitting);
              }}
              draggable={false}
            />
          )}
          {showLines ? lines.map((line) => <LineBox key={line.start} line={line} />) : null}
          {boxes.map((box) => (
            <span key={box.key} className="picture-box" data-kind={box.kind} style={boxStyle(box.box)} />
          ))}
          {added === null ? null : <span className="picture-box" data-kind="chosen" style={boxStyle(added)} />}
          {drawing !== null ? (
            <BoxDrawing
              text={draft.text}
              regions={draft.regions}
              fallback={words.boxOnly}
              onBox={(chosen) => {
                setDrawing(null);
                if (drawing === 'line' && chosen.kind === 'box') setAdded(chosen.box);
                else onPassage(chosen);
              }}
            />
          ) : null}
        </div>
      </div>
      {added === null ? null : (
        <CorrectForm
          key={`${added.x} ${added.y}`}
          itemId={row.id}
          place={placeFor(item.view, added, 1)}
          was=""
          now=""
          onDone={() => setAdded(null)}
        />
      )}
      <LineList
        view={item.view}
        key={passage === null ? 'none' : 'some'}
        text={draft.text}
        lines={lines}
        marks={props.marks}
        onPassage={onPassage}
      />
    </figure>
  );
}

/** A phone's tall picture at half the width of the pane, so that it is seen whole; others as wide as the pane. */
function fittingZoom(image: HTMLImageElement): number {
  return image.naturalHeight > image.naturalWidth * 1.4 ? 50 : 100;
}

function Zoom({ zoom, onZoom }: { readonly zoom: number; readonly onZoom: (zoom: number) => void }) {
  const words = useWords().viewer.picture;
  const at = zooms.indexOf(zoom);
  return (
    <div className="row">
      <Tooltip label={words.smaller}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={words.smaller}
          disabled={at === 0}
          onClick={() => onZoom(zooms[at - 1] ?? zoom)}
        >
          <IconMinus size={15} />
        </ActionIcon>
      </Tooltip>
      <span className="picture-zoom">{zoom} %</span>
      <Tooltip label={words.larger}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={words.larger}
          disabled={at === zooms.length - 1}
          onClick={() => onZoom(zooms[at + 1] ?? zoom)}
        >
          <IconPlus size={15} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function LineBox({ line }: { readonly line: PictureLine }) {
  const uncertain = line.confidence !== null && line.confidence < 0.7;
  return <span className="picture-line" data-uncertain={uncertain} style={boxStyle(line.box)} />;
}

function markedBoxes({ item, passage }: BodyProps) {
  const linked = item.links
    .filter((link) => !link.withdrawn)
    .flatMap((link) =>
      link.passage.kind === 'box' ? [{ key: link.id, kind: link.weighs, box: link.passage.box }] : [],
    );
  return passage?.kind === 'box' ? [...linked, { key: 'chosen', kind: 'chosen', box: passage.box }] : linked;
}
