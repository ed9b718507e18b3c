import { Button } from '@mantine/core';
import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { AllegationView } from '../../../contract/finding.ts';
import { useQueryCall } from '../../engine/use-call.ts';
import { useWords } from '../../words/use-words.ts';
import { BestCaseLine } from '../best-case/best-case-line.tsx';
import { FindingForm } from './finding-form.tsx';
import { FindingRecord } from './finding-record.tsx';

/** The finding: what is still missing, the form, what is on record, and what it superseded. */
export function FindingPart({ view }: { readonly view: AllegationView }) {
  const words = useWords().findings;
  const { finding, allegation } = view;
  const [writing, setWriting] = useState(false);
  const formShown = !allegation.withdrawn && (finding === null || writing);
  return (
    <section className="allegation-part stack" aria-labelledby="finding">
      <div>
        <h3 id="finding">{words.finding.title}</h3>
        <p className="quiet">{words.finding.about}</p>
      </div>
      {finding === null ? null : <FindingRecord finding={finding} />}
      {finding !== null && !formShown && !allegation.withdrawn ? (
        <div className="row">
          <Button variant="default" onClick={() => setWriting(true)}>
            {words.finding.supersede}
          </Button>
          <span className="small quiet">{words.finding.supersedeAbout}</span>
        </div>
      ) : null}
      {formShown ? (
        <>
          <BestCaseLine view={view} />
          <MissingList missing={view.missing} />
          <FindingForm view={view} onDone={() => setWriting(false)} closes={writing} />
        </>
      ) : null}
      <EarlierFindings allegationId={allegation.id} current={finding?.id ?? null} />
    </section>
  );
}

function MissingList({ missing }: { readonly missing: readonly string[] }) {
  const words = useWords().findings.missing;
  if (missing.length === 0) {
    return (
      <p className="row">
        <IconCircleCheck size={16} aria-hidden /> {words.none}
      </p>
    );
  }
  return (
    <section className="missing-list" aria-label={words.title}>
      <h4 className="row">
        <IconListCheck size={16} aria-hidden /> {words.title}
      </h4>
      <ul className="dash-list">
        {missing.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="small">{words.note}</p>
    </section>
  );
}

interface EarlierFindingsProps {
  readonly allegationId: string;
  readonly current: string | null;
}

function EarlierFindings({ allegationId, current }: EarlierFindingsProps) {
  const words = useWords().findings.finding;
  const findings = useQueryCall('finding.list', {});
  const earlier = (findings.value ?? []).filter((one) => one.allegationId === allegationId && one.id !== current);
  if (earlier.length === 0) return null;
  return (
    <details className="stack">
      <summary>{words.earlier}</summary>
      <div className="stack earlier-findings">
        {earlier.map((finding) => (
          <FindingRecord key={finding.id} finding={finding} />
        ))}
      </div>
    </details>
  );
}
