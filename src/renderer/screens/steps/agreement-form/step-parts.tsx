import { useWords } from '../../../words/use-words.ts';
import { ArticleAt, ChoiceAt, TextAt, YesNoAt } from './fields.tsx';
import { articleNumbers, listAt, type Path, textOf, useForm, valueAt } from './form-state.ts';
import { LimitAt } from './limit-field.tsx';
import { Rows } from './parts.tsx';

export function ArticlesPart() {
  const words = useWords().agreementForm.articles;
  return (
    <Rows
      title={words.title}
      path={['articles']}
      fields={['no', 'title', 'statement', 'page', 'source', 'mark', 'confidence']}
      add={words.add}
      blank={(index) => ({
        no: String(index + 1),
        title: words.fresh,
        statement: words.freshStatement,
        page: null,
        source: 'The signed contract',
        mark: 'blank',
        confidence: 'low',
      })}
      nameOf={(article) => `${textOf(valueAt(article, ['no']))} ${textOf(valueAt(article, ['title']))}`}
    >
      {(path) => (
        <>
          <TextAt path={[...path, 'no']} label={words.no} />
          <TextAt path={[...path, 'title']} label={words.name} />
          <TextAt long path={[...path, 'statement']} label={words.statement} />
          <TextAt mayBeEmpty path={[...path, 'page']} label={words.page} />
          <TextAt path={[...path, 'source']} label={words.source} />
          <ChoiceAt path={[...path, 'mark']} label={words.mark} options={words.marks} />
          <ChoiceAt path={[...path, 'confidence']} label={words.confidence} options={words.confidences} />
        </>
      )}
    </Rows>
  );
}

export function StepsPart() {
  const all = useWords().agreementForm;
  const words = all.steps;
  const { read } = useForm();
  return (
    <Rows
      title={words.title}
      path={['steps']}
      fields={['title', 'article', 'actor', 'to', 'proofRequired', 'waiver', 'onLapse', 'limits']}
      add={words.add}
      blank={(index) => ({
        id: `step-${index + 1}`,
        title: words.fresh,
        article: articleNumbers(read)[0] ?? '1',
        actor: 'administrator',
        limits: [{ days: null, from: ['complaint-received'] }],
        doneBy: ['notice-of-investigation-served'],
      })}
      nameOf={(step) => textOf(valueAt(step, ['title'])) || textOf(valueAt(step, ['id']))}
    >
      {(path, step) => (
        <>
          <TextAt long path={[...path, 'title']} label={words.name} />
          <ArticleAt path={[...path, 'article']} />
          <ChoiceAt path={[...path, 'actor']} label={words.actor} options={all.actors} />
          <ChoiceAt path={[...path, 'to']} label={words.to} options={all.actors} none={all.notSaid} />
          <Limits path={[...path, 'limits']} step={step} />
          <YesNoAt path={[...path, 'proofRequired']} label={words.proof} />
          <YesNoAt path={[...path, 'waiver', 'allowed']} label={words.waiver} />
          <ChoiceAt path={[...path, 'onLapse']} label={words.lapse} options={words.lapses} none={all.notSaid} />
        </>
      )}
    </Rows>
  );
}

function Limits({ path, step }: { readonly path: Path; readonly step: unknown }) {
  const words = useWords().agreementForm.steps;
  const limits = listAt(step, ['limits']);
  return limits.map((_, index) => (
    <LimitAt key={keyOfPlace(index)} path={[...path, index]} label={words.limit(index + 1, limits.length)} />
  ));
}

/** A limit has no identity but its place in the text. */
function keyOfPlace(index: number): string {
  return `limit ${index}`;
}
