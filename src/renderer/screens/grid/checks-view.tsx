import { IconCircleCheck } from '@tabler/icons-react';
import type { ConsistencyPoint } from '../../../contract/consistency.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { ClauseCode } from '../../parts/clause-code.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { LoadingLine } from '../../parts/loading-line.tsx';
import { useWords } from '../../words/use-words.ts';

/** What in the case does not hold together or rests on one side, each with the way to look at it again. */
export function ChecksView() {
  const words = useWords().inquiry.checks;
  const points = useQueryCall('consistency.list', {});
  if (points.state === 'failed') return <ErrorNotice error={points.error} />;
  if (points.state === 'loading') return <LoadingLine what={words.reading} />;
  return (
    <div className="screen-scroll">
      {points.value.length === 0 ? (
        <EmptyState icon={<IconCircleCheck size={22} />} title={words.none} about={words.noneAbout} />
      ) : (
        <div className="screen-column">
          <div>
            <h2>{words.title}</h2>
            <p className="quiet">{words.about}</p>
          </div>
          <ul className="stack">
            {points.value.map((point) => (
              <Point key={`${point.kind} ${point.words}`} point={point} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Point({ point }: { readonly point: ConsistencyPoint }) {
  const words = useWords().inquiry.checks;
  const { go } = useNavigation();
  const { allegation, clause } = point;
  return (
    <li className="panel stack-close">
      <p className="row">
        <span className="chip" data-tone="attention">
          {words.kinds[point.kind]}
        </span>
        <strong>
          {allegation === null ? null : `${words.allegation(allegation.number)}, `}
          <ClauseCode policy={clause.policy} clause={clause.clause} />
        </strong>
      </p>
      <p>{point.words}</p>
      <div>
        <button
          type="button"
          className="link-button"
          onClick={() =>
            allegation === null
              ? go('grid', { clause: `${clause.policy} ${clause.clause}` })
              : go('findings', { allegation: allegation.id })
          }
        >
          {allegation === null ? words.toCell : words.toFinding}
        </button>
      </div>
    </li>
  );
}
