import { Tooltip } from '@mantine/core';
import type { Moment } from '../../contract/moment.ts';
import { useWords } from '../words/use-words.ts';
import { doubtsOf, isUncertain, localWords, timestampWords } from './moment-words.ts';

interface MomentTextProps {
  readonly moment: Moment | null;
  /** In long lists the reason is a plain title: hundreds of floating explanations would slow down the scrolling. */
  readonly plain?: boolean;
}

/** When something was said, with ≈ before a time that is not certain and the reason under the pointer. */
export function MomentText({ moment, plain = false }: MomentTextProps) {
  const words = useWords().parts.moment;
  if (moment === null) return <span className="quiet">{words.unknown}</span>;
  const local = moment.local ?? moment.instant;
  const uncertain = isUncertain(moment);
  const doubts = doubtsOf(moment, words).join(' ');
  const text = (
    <span className="moment" data-uncertain={uncertain} title={plain ? doubts : undefined}>
      {uncertain ? (
        <span className="moment-about">
          <span aria-hidden>≈</span>
          <span className="unseen">{words.about} </span>
        </span>
      ) : null}
      {local === null ? moment.asWritten : localWords(local, words)}
    </span>
  );
  return plain ? text : <Tooltip label={doubts}>{text}</Tooltip>;
}

/** A time that Evenhand wrote itself. */
export function TimestampText({ at }: { readonly at: string }) {
  const words = useWords().parts.moment;
  return (
    <time dateTime={at} className="moment">
      {timestampWords(at, words)}
    </time>
  );
}
