import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconLock } from '@tabler/icons-react';
import type { CallOutput } from '../../../contract/calls.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';

type Point = CallOutput<'document.readiness'>[number];

const icons = { blocks: IconLock, weak: IconAlertTriangle, note: IconInfoCircle } as const;
const tones = { blocks: 'late', weak: 'attention', note: 'blocked' } as const;

/** What is missing or weak before issuing, each with the way to the room that mends it. */
export function ReadinessList({ points }: { readonly points: readonly Point[] }) {
  const words = useWords().documents.readiness;
  if (points.length === 0) {
    return (
      <p className="binds-line">
        <IconCircleCheck size={16} aria-hidden />
        <span>{words.none}</span>
      </p>
    );
  }
  const number = (severity: Point['severity']) => points.filter((point) => point.severity === severity).length;
  const order = ['blocks', 'weak', 'note'] as const;
  const sorted = order.flatMap((severity) => points.filter((point) => point.severity === severity));
  return (
    <>
      <p className="small quiet">{words.counts(number('blocks'), number('weak'))}</p>
      <ul className="readiness">
        {sorted.map((point) => (
          <ReadinessItem key={point.words} point={point} />
        ))}
      </ul>
    </>
  );
}

function ReadinessItem({ point }: { readonly point: Point }) {
  const words = useWords().documents.readiness;
  const { go } = useNavigation();
  const Icon = icons[point.severity];
  const { room } = point;
  return (
    <li className="readiness-item stack-close">
      <div>
        <span className="chip" data-tone={tones[point.severity]}>
          <Icon size={12} aria-hidden /> {words.severity[point.severity]}
        </span>
      </div>
      <p>{point.words}</p>
      {room === 'documents' ? null : (
        <div>
          <button
            type="button"
            className="link-button"
            aria-label={`${words.goTo[room]}: ${point.words}`}
            onClick={() => go(room)}
          >
            {words.goTo[room]}
          </button>
        </div>
      )}
    </li>
  );
}
