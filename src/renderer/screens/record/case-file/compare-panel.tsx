import { Button, PasswordInput } from '@mantine/core';
import { IconAlertTriangle, IconGitFork } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Comparison, CopySide } from '../../../../contract/case-file-calls.ts';
import { useOs } from '../../../engine/os.tsx';
import { useCommandCall } from '../../../engine/use-call.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useAsked } from './use-asked.ts';

/** So many lines of each side are shown; the counts say how many there are. */
const SHOWN = 50;

/** Compares this case with another copy of it: where they part, and what each has. */
export function ComparePanel() {
  const words = useWords().caseFile.compare;
  const os = useOs();
  const compare = useCommandCall('case.compare');
  const heading = useRef<HTMLHeadingElement>(null);
  const [other, setOther] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [found, setFound] = useState<Comparison | null>(null);
  useAsked('compare', () => heading.current?.focus());
  const run = async (path: string, typed: string | null) => {
    setFound(null);
    setFound(await compare.run({ path, passphrase: typed }));
  };
  const choose = async () => {
    const path = await os.chooseCase();
    if (path === null) return;
    setOther(path);
    setPassphrase('');
    await run(path, null);
  };
  const needs = other !== null && found === null && asksForPassphrase(compare.error?.kind);
  return (
    <section className="panel stack" aria-labelledby="compare">
      <div className="stack-close">
        <h2 id="compare" ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <p className="quiet">{words.about}</p>
      </div>
      <div className="row">
        <Button
          variant="default"
          leftSection={<IconGitFork size={14} aria-hidden />}
          aria-disabled={compare.busy}
          onClick={() => void choose()}
        >
          {compare.busy ? words.running : words.choose}
        </Button>
        {other === null ? null : <span className="mono small file-path">{other}</span>}
      </div>
      {needs ? (
        <form
          className="form-line"
          data-wide="true"
          onSubmit={(event) => {
            event.preventDefault();
            if (!compare.busy && other !== null) void run(other, passphrase);
          }}
        >
          <PasswordInput
            label={words.passphrase}
            autoFocus
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button type="submit">{words.run}</Button>
        </form>
      ) : null}
      {compare.error === null || compare.error.kind === 'case-needs-passphrase' ? null : (
        <ErrorNotice error={compare.error} />
      )}
      <div role="status">{found === null ? null : <Found found={found} />}</div>
    </section>
  );
}

function asksForPassphrase(kind: string | undefined): boolean {
  return kind === 'case-needs-passphrase' || kind === 'case-wrong-key';
}

function Found({ found }: { readonly found: Comparison }) {
  const words = useWords().caseFile.compare;
  const parted = found.relation === 'fork';
  const other = found.relation === 'other-case';
  return (
    <div className="stack">
      <p className="compare-verdict row" data-tone={parted ? 'late' : undefined}>
        {parted ? <IconAlertTriangle size={16} aria-hidden /> : null}
        {words.relations[found.relation]}
      </p>
      {other ? null : <p>{words.common(found.common)}</p>}
      {other || found.relation === 'same' ? null : (
        <div className="compare-sides">
          <Side title={words.here} side={found.here} common={found.common} />
          <Side title={words.there} side={found.there} common={found.common} />
        </div>
      )}
    </div>
  );
}

function Side({ title, side, common }: { readonly title: string; readonly side: CopySide; readonly common: number }) {
  const words = useWords().caseFile.compare;
  const shown = side.lines.slice(0, SHOWN);
  const more = side.entries - common - shown.length;
  return (
    <div className="stack-close">
      <h3>{title}</h3>
      <p className="small quiet">{words.counts(side.items, side.documents)}</p>
      {shown.length === 0 ? <p className="quiet">{words.nothing}</p> : null}
      <ul>
        {shown.map((line) => (
          <li key={line.seq}>
            <span className="quiet">{words.line(line.seq)}</span> {line.words}{' '}
            <span className="small quiet">
              {line.by}, {line.at.slice(0, 16).replace('T', ' ')}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="small quiet">{words.more(more)}</p> : null}
    </div>
  );
}
