import { Button } from '@mantine/core';
import { IconCircleCheck, IconEye } from '@tabler/icons-react';
import type { AllegationView } from '../../../contract/finding.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { timestampWords } from '../../parts/moment-words.ts';
import { useWords } from '../../words/use-words.ts';
import './best-case.css';

/** How the best case stands for one allegation, with the way to it. */
export function BestCaseLine({ view }: { readonly view: AllegationView }) {
  const all = useWords();
  const words = all.inquiry.bestCase;
  const { go } = useNavigation();
  const { read, since, entries } = view.bestCase;
  const current = read !== null && since.length === 0;
  return (
    <div className="best-case-line" data-current={current}>
      {current ? <IconCircleCheck size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
      <span>
        <strong>{words.title}</strong>: {words.entries(entries)}.{' '}
        {read === null ? words.neverRead : `${words.readBy(read.by, timestampWords(read.at, all.parts.moment))}.`}{' '}
        {since.length === 0 ? null : words.changed(since.length)}
      </span>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => go('best-case', { person: view.allegation.respondentId })}
      >
        {current ? words.openAgain : words.open}
      </Button>
    </div>
  );
}
