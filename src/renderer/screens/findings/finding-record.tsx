import { IconGavel } from '@tabler/icons-react';
import type { Finding } from '../../../contract/finding.ts';
import { timestampWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import { findingWords } from './finding-words.ts';

/** A finding on record: solid, with who and when. */
export function FindingRecord({ finding }: { readonly finding: Finding }) {
  const all = useWords();
  const words = all.findings.finding;
  const past = finding.superseded || finding.withdrawn;
  return (
    <article className="finding-record stack" data-past={past} aria-label={findingWords(finding, words)}>
      <header className="row-apart">
        <p className="finding-record-words row">
          <IconGavel size={18} aria-hidden /> {findingWords(finding, words)}
        </p>
        {past ? <span className="chip">{finding.superseded ? words.superseded : words.reversed}</span> : null}
      </header>
      <p className="small quiet">{words.by(finding.by, timestampWords(finding.at, all.parts.moment))}</p>
      <dl className="facts">
        <dt>{words.standard}</dt>
        <dd>{words.standards[finding.standard]}</dd>
        <dt>{words.reasons}</dt>
        <dd>{finding.reasons}</dd>
        {finding.contraryAnswered === null ? null : (
          <>
            <dt>{words.contrary}</dt>
            <dd>{finding.contraryAnswered}</dd>
          </>
        )}
        {finding.credibility === null ? null : (
          <>
            <dt>{words.credibility}</dt>
            <dd>{finding.credibility}</dd>
          </>
        )}
      </dl>
    </article>
  );
}
