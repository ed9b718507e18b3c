import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../words/use-words.ts';
import type { Picture, Places } from './picture-places.ts';

interface PictureListsProps {
  readonly picture: Picture;
  readonly onAsk: (places: Places) => void;
  readonly onTakeBack: (id: string) => void;
}

/** The same places as in the picture, in words: faces, lines and decisions, so that nobody needs to see or to draw. */
export function PictureLists({ picture, onAsk, onTakeBack }: PictureListsProps) {
  return (
    <>
      <Faces picture={picture} onAsk={onAsk} />
      <Lines key={picture.regions.length} picture={picture} onAsk={onAsk} />
      <Decided picture={picture} onTakeBack={onTakeBack} />
    </>
  );
}

function Faces({ picture, onAsk }: Pick<PictureListsProps, 'picture' | 'onAsk'>) {
  const words = useWords().takenOut.picture;
  const faces = picture.faces ?? [];
  const open = faces.filter(({ decision }) => decision === null);
  const ask = (boxes: Places['boxes'], decision: Places['decision']) =>
    onAsk({ boxes, decision, what: 'face', foundBy: 'face-finder' });
  return (
    <section className="stack-close" aria-label={words.faces}>
      <h3>{words.faces}</h3>
      {picture.faces === null ? <p className="quiet">{words.facesUnknown}</p> : null}
      {picture.faces !== null && faces.length === 0 ? <p className="quiet">{words.facesNone}</p> : null}
      <ol className="removals">
        {open.map((face, index) => (
          <li key={`${face.box.x} ${face.box.y}`} className="removal row-apart">
            <span>{words.face(index + 1, Math.round(face.score * 100))}</span>
            <div className="row">
              <Button
                size="compact-xs"
                variant="default"
                aria-label={words.faceOut(index + 1)}
                onClick={() => ask([face.box], 'remove')}
              >
                {words.faceOut(index + 1)}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={words.faceIn(index + 1)}
                onClick={() => ask([face.box], 'keep')}
              >
                {words.faceIn(index + 1)}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {open.length < 2 ? null : (
        <div>
          <Button
            variant="default"
            onClick={() =>
              ask(
                open.map(({ box }) => box),
                'remove',
              )
            }
          >
            {words.allFaces(open.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

function Lines({ picture, onAsk }: Pick<PictureListsProps, 'picture' | 'onAsk'>) {
  const words = useWords().takenOut.picture;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const boxes = picture.lines.filter((_, index) => chosen.has(index)).map(({ box }) => box);
  return (
    <section className="stack-close" aria-label={words.lines}>
      <h3>{words.lines}</h3>
      <p className="small quiet">{picture.lines.length === 0 ? words.linesNone : words.linesAbout}</p>
      <ul className="stack-close">
        {picture.lines.map((line, index) => (
          // Lines never change their order, and two may say the same.
          <li key={`${line.box.y} ${line.box.x}`}>
            <Checkbox label={line.words} checked={chosen.has(index)} onChange={() => toggle(index)} />
          </li>
        ))}
      </ul>
      {chosen.size === 0 ? null : (
        <div>
          <Button onClick={() => onAsk({ boxes, decision: 'remove', what: 'words', foundBy: 'lines' })}>
            {words.linesOut(chosen.size)}
          </Button>
        </div>
      )}
    </section>
  );
}

function Decided({ picture, onTakeBack }: Pick<PictureListsProps, 'picture' | 'onTakeBack'>) {
  const all = useWords().takenOut;
  const words = all.picture;
  return (
    <section className="stack-close" aria-label={words.regions}>
      <h3>{words.regions}</h3>
      {picture.covered.length === 0 ? null : <p className="small">{words.covered(picture.covered.length)}</p>}
      {picture.regions.length === 0 ? <p className="quiet">{words.regionsNone}</p> : null}
      <ol className="removals">
        {picture.regions.map((region, index) => (
          <li key={region.id} className="removal row-apart">
            <span className="stack-close">
              <span>
                {words.region[region.what]}, {words.regionState[region.decision]}
              </span>
              <span className="small quiet">
                {region.reason}. {region.ground.source}
                {region.ground.confirmed ? '' : ` ${all.confirm}`}
              </span>
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={words.unmark(index + 1)}
              onClick={() => onTakeBack(region.id)}
            >
              {all.takeBack}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
