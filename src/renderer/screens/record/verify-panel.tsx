import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { VerifyReport } from '../../../contract/case.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { useVerification } from './use-verification.ts';

/** Checks the case file on request and says in plain words what was found, and what was not tested. */
export function VerifyPanel() {
  const words = useWords().record.verify;
  const verification = useVerification();
  const [expect, setExpect] = useState('');
  const [shape, setShape] = useState(false);
  const { answer, asked } = verification;
  const checking = asked && answer.state === 'loading';
  const check = () => {
    const digits = expect.replace(/[\s-]/g, '').toLowerCase();
    const wrong = digits !== '' && !/^[0-9a-f]{64}$/.test(digits);
    setShape(wrong);
    if (!wrong && !checking) verification.check(digits === '' ? null : digits);
  };
  return (
    <section className="panel stack" aria-labelledby="verify">
      <div>
        <h2 id="verify">{words.title}</h2>
        <p className="quiet">{words.about}</p>
      </div>
      <TextInput
        label={words.expect}
        description={words.expectHelp}
        error={shape ? words.expectShape : null}
        classNames={{ input: 'mono' }}
        spellCheck={false}
        value={expect}
        onChange={(event) => setExpect(event.currentTarget.value)}
      />
      <div>
        <Button aria-disabled={checking} onClick={check}>
          {words.check}
        </Button>
      </div>
      <div role="status">
        {checking ? <p>{words.checking}</p> : null}
        {answer.state === 'ready' && asked ? <Report report={answer.value} /> : null}
      </div>
      {answer.state === 'failed' && asked ? <ErrorNotice error={answer.error} /> : null}
    </section>
  );
}

function Report({ report }: { readonly report: VerifyReport }) {
  const words = useWords().record.verify;
  const { checked } = report;
  return (
    <div className="verify-report stack" data-ok={report.ok}>
      <p className="verify-verdict row">
        {report.ok ? <IconShieldCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        <span>{report.ok ? words.passed : words.failed}</span>
      </p>
      {report.firstProblem === null ? null : (
        <>
          <dl className="facts">
            <dt>{words.problem}</dt>
            <dd>{report.firstProblem.what}</dd>
            <dt>{words.where}</dt>
            <dd>{report.firstProblem.where}</dd>
            {report.firstProblem.entry === null ? null : (
              <>
                <dt>{words.entry}</dt>
                <dd>{words.entryNumber(report.firstProblem.entry)}</dd>
              </>
            )}
          </dl>
          <p>{words.next}</p>
        </>
      )}
      <p>{words.checked(checked.sources, checked.items, checked.entries, checked.documents)}</p>
      <div className="stack-close">
        <h3>{words.notTested}</h3>
        {report.notTested.length === 0 ? <p>{words.allTested}</p> : <Lines lines={report.notTested} />}
      </div>
      <div className="stack-close">
        <h3>{words.signed}</h3>
        {report.signedBy.length === 0 ? <p>{words.notSigned}</p> : <Lines lines={report.signedBy} />}
      </div>
      {report.fingerprint === null ? null : (
        <div className="stack-close">
          <h3>{words.found}</h3>
          <p className="mono">{report.fingerprint}</p>
        </div>
      )}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="dash-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
