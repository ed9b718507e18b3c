import { Button, Modal, TextInput } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useState } from 'react';
import type { AgreementView, ArticleView } from '../../../contract/agreement-shelf.ts';
import { useOs } from '../../engine/os.tsx';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { localWords } from '../../parts/moment-words.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { useAgreementChanges, useAgreementView } from './agreement-home.tsx';
import { inForceWords } from './pack-line.tsx';

interface AgreementDetailProps {
  readonly name: { readonly pack: string; readonly version: string };
  readonly onBack: () => void;
  readonly onEdit: (yaml: string) => void;
}

/** One agreement: its articles, what rests on each, and who compared it with the signed contract. */
export function AgreementDetail({ name, onBack, onEdit }: AgreementDetailProps) {
  const all = useWords();
  const words = all.procedure.agreements;
  const os = useOs();
  const view = useAgreementView(name);
  const { save } = useAgreementChanges();
  if (view.state === 'failed') return <ErrorNotice error={view.error} />;
  if (view.state === 'loading') return null;
  const { row, note, yaml, articles } = view.value;
  const onSave = async () => {
    const folder = await os.chooseFolder();
    const saved = folder === null ? null : await save.run({ ...name, folder });
    if (saved !== null) tellDone(words.saved(saved.name));
  };
  return (
    <section className="stack" aria-label={row.title}>
      <div>
        <Button variant="subtle" size="compact-sm" onClick={onBack}>
          {words.back}
        </Button>
      </div>
      <div className="row-apart">
        <div>
          <h2>{row.title}</h2>
          <p className="quiet">
            {words.status[row.status]}. {words.origin[row.origin]}.
            {row.kind === 'agreement' ? ` ${words.row(row.confirmed, row.articles)}.` : null} {inForceWords(row, all)}.
          </p>
          {note === null ? null : <p className="small">{note}</p>}
          {row.kind === 'law' ? <p className="small">{words.notAdvice}</p> : null}
        </div>
        <div className="row">
          {row.kind === 'law' ? null : (
            <Button variant="default" size="compact-sm" onClick={() => onEdit(yaml)}>
              {words.edit}
            </Button>
          )}
          <Button variant="default" size="compact-sm" onClick={() => void onSave()}>
            {words.export}
          </Button>
        </div>
      </div>
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      <h3>{words.articles}</h3>
      {articles.map((article) => (
        <Article key={article.no} article={article} view={view.value} />
      ))}
    </section>
  );
}

function Article({ article, view }: { readonly article: ArticleView; readonly view: AgreementView }) {
  const all = useWords();
  const words = all.procedure.agreements;
  const { confirmation, page } = article;
  return (
    <article className="worksheet-question stack-close" aria-label={`${article.no} ${article.title}`}>
      <div className="row-apart">
        <h4>
          {article.no}. {article.title}
        </h4>
        {view.row.kind === 'law' ? null : <Confirmation article={article} view={view} />}
      </div>
      <p className="reading">{article.statement}</p>
      <p className="small quiet">
        {words.source}: {article.source}
        {page ? `, ${words.page(page)}` : null}
      </p>
      {confirmation === null ? null : (
        <p className="small">
          {words.confirmed(confirmation.by, localWords(confirmation.on, all.parts.moment), confirmation.page)}
          {confirmation.fromFile ? ` (${words.fromFile})` : null}
        </p>
      )}
      {article.lapsed === null ? null : <p className="small step-confirm">{article.lapsed}</p>}
      {article.doubt === null ? null : (
        <p className="small step-confirm">
          <IconMapPin size={14} aria-hidden /> <span>{article.doubt}</span>
        </p>
      )}
      <details className="small">
        <summary>
          {words.rests} ({article.restsOnIt.length})
        </summary>
        {article.restsOnIt.length === 0 ? <p>{words.nothingRests}</p> : null}
        <ul className="dash-list">
          {article.restsOnIt.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </details>
    </article>
  );
}

function Confirmation({ article, view }: { readonly article: ArticleView; readonly view: AgreementView }) {
  const words = useWords().procedure.agreements;
  const [asking, setAsking] = useState(false);
  const { takeBack } = useAgreementChanges();
  const name = { pack: view.row.pack, version: view.row.version, article: article.no };
  if (article.confirmation !== null) {
    return (
      <>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.takeBackOf(article.no)}
          onClick={() => setAsking(true)}
        >
          {words.takeBack}
        </Button>
        <ReasonDialog
          opened={asking}
          title={words.takeBackOf(article.no)}
          about={words.takeBackAbout}
          action={words.takeBack}
          busy={takeBack.busy}
          error={takeBack.error}
          onCancel={() => setAsking(false)}
          onReason={(reason) =>
            void takeBack.run({ ...name, reason }).then((done) => {
              if (done !== null) setAsking(false);
            })
          }
        />
      </>
    );
  }
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words.confirmOf(article.no)}
        onClick={() => setAsking(true)}
      >
        {words.confirm}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.confirmTitle(article.no)}
        closeButtonProps={{ 'aria-label': words.cancel }}
      >
        {asking ? <ConfirmForm name={name} onDone={() => setAsking(false)} /> : null}
      </Modal>
    </>
  );
}

interface ConfirmFormProps {
  readonly name: { readonly pack: string; readonly version: string; readonly article: string };
  readonly onDone: () => void;
}

function ConfirmForm({ name, onDone }: ConfirmFormProps) {
  const words = useWords().procedure.agreements;
  const { confirm } = useAgreementChanges();
  const [by, setBy] = useState('');
  const [on, setOn] = useState('');
  const [page, setPage] = useState('');
  const whole = by.trim() !== '' && on !== '' && page.trim() !== '';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!whole) return;
        void confirm.run({ ...name, confirmedBy: by.trim(), on, page: page.trim() }).then((done) => {
          if (done !== null) onDone();
        });
      }}
    >
      <p>{words.confirmAbout}</p>
      <TextInput
        label={words.confirmBy}
        required
        data-autofocus
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={words.confirmOn}
        required
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <TextInput
        label={words.confirmPage}
        required
        value={page}
        onChange={(event) => setPage(event.currentTarget.value)}
      />
      {confirm.error === null ? null : <ErrorNotice error={confirm.error} />}
      <div className="row dialog-buttons">
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
        <Button type="submit" disabled={!whole} loading={confirm.busy}>
          {words.confirmButton}
        </Button>
      </div>
    </form>
  );
}
