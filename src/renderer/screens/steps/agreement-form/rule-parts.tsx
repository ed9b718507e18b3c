import { useWords } from '../../../words/use-words.ts';
import { ArticleAt, ChoiceAt, CountAt, LinesAt, NumberAt, TextAt, YesNoAt } from './fields.tsx';
import { articleNumbers, textOf, useForm, valueAt } from './form-state.ts';
import { MayPart, Rows } from './parts.tsx';

function useFirstArticle(): string {
  return articleNumbers(useForm().read)[0] ?? '1';
}

export function RepresentationPart() {
  const words = useWords().agreementForm.representation;
  const article = useFirstArticle();
  const at = (key: string) => ['representation', key];
  return (
    <MayPart
      title={words.title}
      path={['representation']}
      fields={['article', 'duty', 'before', 'wait', 'chosenBy', 'role', 'ifMissed', 'wording']}
      add={words.add}
      blank={{
        article,
        duty: 'grant-on-request',
        before: ['investigatory interview'],
        wait: null,
        chosenBy: 'employee',
        role: '',
        ifMissed: '',
      }}
    >
      <div className="form-grid">
        <ArticleAt path={at('article')} />
        <ChoiceAt path={at('duty')} label={words.duty} options={words.duties} />
        <ChosenBy path={at('chosenBy')} />
        <CountAt mayBeEmpty path={at('wait')} label={words.wait} />
        <LinesAt path={at('before')} label={words.before} />
        <TextAt long path={at('role')} label={words.role} />
        <TextAt long path={at('ifMissed')} label={words.ifMissed} />
        <TextAt long mayBeEmpty path={at('wording')} label={words.wording} />
      </div>
    </MayPart>
  );
}

function ChosenBy({ path }: { readonly path: readonly string[] }) {
  const all = useWords().agreementForm;
  const { employee, union } = all.actors;
  return <ChoiceAt path={path} label={all.representation.chosenBy} options={{ employee, union }} />;
}

export function ComplaintsPart() {
  const words = useWords().agreementForm.complaints;
  const article = useFirstArticle();
  const at = (key: string) => ['complaints', key];
  return (
    <MayPart
      title={words.title}
      path={['complaints']}
      fields={['article', 'anonymous', 'signedRequired', 'identityToEmployee', 'informalStep']}
      add={words.add}
      blank={{
        article,
        anonymous: 'no-rule',
        signedRequired: false,
        identityToEmployee: 'discretionary',
        informalStep: false,
      }}
    >
      <div className="form-grid">
        <ArticleAt path={at('article')} />
        <ChoiceAt path={at('anonymous')} label={words.anonymous} options={words.anonymousRules} />
        <YesNoAt path={at('signedRequired')} label={words.signed} />
        <ChoiceAt path={at('identityToEmployee')} label={words.identity} options={words.identityRules} />
        <YesNoAt path={at('informalStep')} label={words.informal} />
      </div>
    </MayPart>
  );
}

export function LeavePart() {
  const words = useWords().agreementForm.leave;
  const article = useFirstArticle();
  const at = (key: string) => ['leave', key];
  return (
    <MayPart
      title={words.title}
      path={['leave']}
      fields={['article', 'pay', 'disciplinary', 'notice', 'updateEvery', 'hearingIfUnpaid']}
      add={words.add}
      blank={{ article, pay: 'with', disciplinary: false, notice: null, updateEvery: null, hearingIfUnpaid: null }}
    >
      <div className="form-grid">
        <ArticleAt path={at('article')} />
        <ChoiceAt path={at('pay')} label={words.pay} options={words.pays} />
        <YesNoAt path={at('disciplinary')} label={words.disciplinary} />
        <CountAt mayBeEmpty path={at('notice')} label={words.notice} />
        <CountAt mayBeEmpty path={at('updateEvery')} label={words.update} />
        <CountAt mayBeEmpty path={at('hearingIfUnpaid')} label={words.hearing} />
      </div>
    </MayPart>
  );
}

export function LadderPart() {
  const all = useWords().agreementForm;
  const words = all.ladder;
  return (
    <>
      <Rows
        title={words.title}
        path={['ladder']}
        fields={['name', 'disciplinary', 'justCause', 'file', 'maxDays', 'needs', 'route']}
        add={words.add}
        blank={(index) => ({ rung: index, name: words.fresh, disciplinary: true, justCause: true, file: 'personnel' })}
        nameOf={(rung) => `${textOf(valueAt(rung, ['rung']))}. ${textOf(valueAt(rung, ['name']))}`}
      >
        {(path) => (
          <>
            <TextAt path={[...path, 'name']} label={words.name} />
            <YesNoAt path={[...path, 'disciplinary']} label={words.disciplinary} />
            <YesNoAt path={[...path, 'justCause']} label={words.justCause} />
            <ChoiceAt path={[...path, 'file']} label={words.file} options={words.files} />
            <NumberAt path={[...path, 'maxDays']} label={words.maxDays} />
            <ChoiceAt path={[...path, 'needs']} label={words.needs} options={words.needsOf} none={all.no} />
            <TextAt mayBeEmpty path={[...path, 'route']} label={words.route} />
          </>
        )}
      </Rows>
      <MayPart
        title={words.skip}
        path={['statusRules']}
        fields={['skipRungsIf']}
        add={words.skipAdd}
        blank={{ probation: null, skipRungsIf: [] }}
      >
        <LinesAt path={['statusRules', 'skipRungsIf']} label={words.skipIf} />
      </MayPart>
    </>
  );
}

export function AgeingPart() {
  const words = useWords().agreementForm.ageing;
  const article = useFirstArticle();
  return (
    <Rows
      title={words.title}
      path={['ageing']}
      fields={['item', 'article', 'afterMonths', 'mode', 'resetOnSimilar', 'exceptions', 'leaveOverDaysNotCounted']}
      add={words.add}
      blank={() => ({ item: words.fresh, article, afterMonths: null, mode: 'keep', resetOnSimilar: false })}
      nameOf={(rule) => textOf(valueAt(rule, ['item']))}
    >
      {(path) => (
        <>
          <TextAt path={[...path, 'item']} label={words.item} />
          <ArticleAt path={[...path, 'article']} />
          <NumberAt path={[...path, 'afterMonths']} label={words.after} />
          <ChoiceAt path={[...path, 'mode']} label={words.mode} options={words.modes} />
          <YesNoAt path={[...path, 'resetOnSimilar']} label={words.reset} />
          <NumberAt path={[...path, 'leaveOverDaysNotCounted']} label={words.leave} />
          <LinesAt path={[...path, 'exceptions']} label={words.exceptions} />
        </>
      )}
    </Rows>
  );
}
