import { Button } from '@mantine/core';
import type { CallOutput } from '../../../../contract/calls.ts';
import { useCommandCall } from '../../../engine/use-call.ts';
import { tellDone } from '../../../frame/notices.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';

type View = CallOutput<'redaction.view'>;

interface PicturesPartProps {
  readonly view: View;
  readonly onOpen: (evidenceId: string) => void;
}

/** The pictures that the document prints, each with what goes; faces are looked for when somebody asks. */
export function PicturesPart({ view, onOpen }: PicturesPartProps) {
  const words = useWords().takenOut.pictures;
  const find = useCommandCall('redaction.find-faces');
  const unseen = view.pictures.filter(({ faces }) => faces === null).map(({ evidenceId }) => evidenceId);
  const look = async () => {
    const found = find.busy ? null : await find.run({ evidenceIds: unseen });
    if (found !== null) tellDone(words.looked(found.faces));
  };
  return (
    <div className="stack-close">
      <h3>{words.title}</h3>
      {view.pictures.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <p className="small quiet">{words.about}</p>
      )}
      {unseen.length === 0 || view.profile.faces === 'stay' ? null : (
        <div className="row">
          <Button size="compact-sm" variant="default" aria-disabled={find.busy} onClick={() => void look()}>
            {words.look}
          </Button>
          <span className="small quiet" role="status">
            {find.busy ? words.looking : words.notLooked(unseen.length)}
          </span>
        </div>
      )}
      {find.error === null ? null : <ErrorNotice error={find.error} />}
      <ul className="removals">
        {view.pictures.map((picture) => (
          <li key={picture.evidenceId} className="removal stack-close">
            <strong className="removal-words">
              {picture.exhibit} {picture.name}
            </strong>
            <p className="small">{words.facts(placesOf(picture), undecidedOf(picture))}</p>
            <div>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={words.openOf(picture.exhibit, picture.name)}
                onClick={() => onOpen(picture.evidenceId)}
              >
                {words.open}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function placesOf({ regions, covered }: View['pictures'][number]): number {
  return regions.filter(({ decision }) => decision === 'remove').length + covered.length;
}

function undecidedOf({ faces }: View['pictures'][number]): number | null {
  return faces === null ? null : faces.filter(({ decision }) => decision === null).length;
}
