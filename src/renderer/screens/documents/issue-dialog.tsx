import { Button, Modal } from '@mantine/core';
import type { CallInput, CallOutput } from '../../../contract/calls.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { useNavigation } from '../../frame/navigation.tsx';
import { tellDone } from '../../frame/notices.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { useWords } from '../../words/use-words.ts';

interface IssueDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly document: CallInput<'document.issue'>;
  readonly points: CallOutput<'document.readiness'>;
  readonly onClose: () => void;
  readonly onIssued: (id: string) => void;
}

/** Says what issuing does, what will be printed as open, and asks once. A closed gate is told in plain words. */
export function IssueDialog(props: IssueDialogProps) {
  const all = useWords();
  const words = all.documents.issue;
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={words.title(props.title)}
      closeButtonProps={{ 'aria-label': all.parts.close }}
    >
      {props.opened ? <IssueBody {...props} /> : null}
    </Modal>
  );
}

function IssueBody({ document, points, onClose, onIssued }: IssueDialogProps) {
  const words = useWords().documents.issue;
  const issue = useCommandCall('document.issue');
  const { go } = useNavigation();
  const blocking = points.filter(({ severity }) => severity === 'blocks');
  const open = points.filter(({ severity }) => severity === 'weak');
  const confirm = async () => {
    if (issue.busy) return;
    const issued = await issue.run(document);
    if (issued === null) return;
    tellDone(words.done(issued.title, issued.number));
    onIssued(issued.id);
    onClose();
  };
  return (
    <div className="stack">
      <ul className="dash-list stack-close">
        {words.about.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Points title={words.blocking} points={blocking} />
      <Points title={words.open} points={open} />
      {points.length === 0 ? <p>{words.nothingOpen}</p> : null}
      {issue.error === null ? null : <ErrorNotice error={issue.error} />}
      <div className="row dialog-buttons">
        {issue.error?.kind === 'gate-closed' ? (
          <Button variant="default" onClick={() => go('steps')}>
            {words.toSteps}
          </Button>
        ) : null}
        <Button variant="default" data-autofocus onClick={onClose}>
          {words.cancel}
        </Button>
        <Button aria-disabled={issue.busy} onClick={() => void confirm()}>
          {issue.busy ? words.issuing : words.confirm}
        </Button>
      </div>
    </div>
  );
}

function Points({ title, points }: { readonly title: string; readonly points: CallOutput<'document.readiness'> }) {
  if (points.length === 0) return null;
  return (
    <div className="issue-open stack-close">
      <p>{title}</p>
      <ul className="dash-list">
        {points.map((point) => (
          <li key={point.words}>{point.words}</li>
        ))}
      </ul>
    </div>
  );
}
