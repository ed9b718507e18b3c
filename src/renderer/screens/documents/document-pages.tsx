import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileText } from '@tabler/icons-react';
import { useLink } from '../../engine/engine-provider.tsx';
import { ask, errorOf } from '../../engine/link.ts';
import { useOs } from '../../engine/os.tsx';
import { useJobs, useQueryCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { tellDone, tellError } from '../../frame/notices.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Chosen } from './document-choice.tsx';
import { PagesPane } from './pages-pane.tsx';
import { PicturePane } from './taken-out/picture-pane.tsx';

/** A pause in typing after which the pages follow, in milliseconds: shorter ones would set pages nobody sees. */
const PAUSE = 350;

interface DocumentPagesProps {
  readonly chosen: Chosen;
  /** Words that are typed and not kept yet. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The draft as it will print, or the issued document that was asked for. */
export function DocumentPages({ chosen, texts }: DocumentPagesProps) {
  const { place, set } = useNavigation();
  const shown = place.params['show'] ?? null;
  const issued = useQueryCall('document.list', {});
  const row = (issued.value ?? []).find(({ id }) => id === shown);
  if (shown?.startsWith(PICTURE) === true) {
    const address = addressOf(chosen);
    return (
      <PicturePane address={address} evidenceId={shown.slice(PICTURE.length)} onBack={() => set({ show: 'draft' })} />
    );
  }
  return row === undefined ? (
    <DraftPages chosen={chosen} texts={texts} asked={shown === 'draft'} />
  ) : (
    <IssuedPages row={row} />
  );
}

/** How the address says that a picture is shown instead of pages. */
const PICTURE = 'picture:';

function addressOf({ kind, respondentId, language, audience }: Chosen) {
  return { kind: kind.kind, respondentId, language, audience };
}

type Row = { id: string; number: number; title: string; respondent: string; format: 'pdf' | 'docx' };

function IssuedPages({ row }: { readonly row: Row }) {
  const words = useWords().documents;
  const { set } = useNavigation();
  const os = useOs();
  const save = async () => {
    const suggestedName = words.list.fileName(row.title, row.respondent);
    const path = await os.saveDocument({ kind: 'document', id: row.id, suggestedName, format: row.format });
    if (path !== null) tellDone(words.list.saved(path));
  };
  if (row.format === 'docx') {
    return (
      <div className="pages-pane">
        <EmptyState
          icon={<IconFileText size={22} />}
          title={words.list.wordFile.title}
          about={words.list.wordFile.body}
          action={{ label: words.list.save, run: () => void save() }}
        />
      </div>
    );
  }
  return (
    <PagesPane
      address={`evidence://document/${row.id}`}
      caption={words.list.shown(row.title, row.number)}
      making={null}
      buttons={
        <>
          <Button variant="default" size="compact-xs" onClick={() => void save()}>
            {words.list.save}
          </Button>
          <Button variant="default" size="compact-xs" onClick={() => set({ show: 'draft' })}>
            {words.draft.backToDraft}
          </Button>
        </>
      }
    />
  );
}

function DraftPages({ chosen, texts, asked }: DocumentPagesProps & { readonly asked: boolean }) {
  const words = useWords().documents.draft;
  const job = useJobs().find((one) => one.state === 'running') ?? null;
  const [settled] = useDebouncedValue(texts, PAUSE);
  const order = addressOf(chosen);
  // An import tells of many changes a second: the draft follows once, when it is done.
  const draft = useQueryCall(
    'document.draft',
    { ...order, texts: settled },
    { enabled: asked && job === null, keepPrevious: true },
  );
  const save = useSaveDraft(chosen, texts);
  if (asked && draft.state === 'failed') {
    return (
      <div className="pages-pane">
        <ErrorNotice error={draft.error} />
      </div>
    );
  }
  const made = asked ? draft.value : null;
  if (made === null) {
    const making = !asked ? null : job === null ? words.making : words.waits(job.title);
    return <PagesPane address={null} caption="" making={making} buttons={null} />;
  }
  const facts = words.facts(made.pages, Math.ceil(made.bytes / 1024));
  return (
    <PagesPane
      address={`evidence://draft/${made.draftId}`}
      caption={`${facts}. ${job === null ? words.follows : words.waits(job.title)}`}
      making={null}
      buttons={
        <Button variant="default" size="compact-xs" onClick={() => void save()}>
          {words.save}
        </Button>
      }
    />
  );
}

/** Saves the draft as the chosen file, made once more for it: the pages shown were not searched for what was taken out. */
function useSaveDraft(chosen: Chosen, texts: DocumentPagesProps['texts']) {
  const words = useWords().documents;
  const os = useOs();
  const link = useLink();
  return async () => {
    const { format } = chosen;
    // What leaves as a file is opened again and searched first, a draft as well.
    const order = { ...addressOf(chosen), format, texts, check: true };
    const made = await ask(link, 'document.draft', order).catch((fault: unknown) => {
      tellError(errorOf(fault));
      return null;
    });
    if (made === null) return;
    const id = made.draftId;
    const path = await os.saveDocument({ kind: 'draft', id, suggestedName: words.draft.fileName, format });
    if (path !== null) tellDone(words.list.saved(path));
  };
}
