import { useWords } from '../../../words/use-words.ts';
import { ArticleAt, ChoiceAt, CountAt, LinesAt, TextAt, YesNoAt } from './fields.tsx';
import { articleNumbers, isThere, listAt, textOf, useForm, useValue, valueAt } from './form-state.ts';
import { MayPart, Rows } from './parts.tsx';

const PATH = ['grievance'];
const BLANK_COUNT = { n: null, kind: null };

/** What a time limit of the procedure can run from: general beginnings, and what happens at each level. */
function useStarts(): Readonly<Record<string, string>> {
  const words = useWords().agreementForm.grievance;
  const { read } = useForm();
  const levels = listAt(read, ['grievance', 'levels']).map((level) => Number(valueAt(level, ['level'])));
  const ofLevels = levels.flatMap((level) =>
    Object.entries(words.startParts).map(([part, what]) => [`level-${level}-${part}`, words.startOfLevel(level, what)]),
  );
  return { ...words.starts, ...Object.fromEntries(ofLevels) };
}

/** The levels from the first talk to arbitration, and what is outside them. */
export function GrievancePart() {
  const words = useWords().agreementForm.grievance;
  const { read } = useForm();
  const article = articleNumbers(read)[0] ?? '1';
  const there = isThere(useValue(PATH));
  return (
    <>
      <MayPart
        title={words.title}
        path={PATH}
        fields={['article', 'outside']}
        elsewhere={['levels', 'arbitration']}
        add={words.add}
        blank={{ article, outside: [], levels: [], arbitration: null }}
      >
        <div className="form-grid">
          <ArticleAt path={['grievance', 'article']} />
          <LinesAt path={['grievance', 'outside']} label={words.outside} />
        </div>
      </MayPart>
      {there ? <Levels /> : null}
      {there ? <Arbitration /> : null}
    </>
  );
}

function Levels() {
  const all = useWords().agreementForm;
  const words = all.grievance;
  const starts = useStarts();
  return (
    <Rows
      title={`${words.title}: ${words.levels}`}
      path={['grievance', 'levels']}
      fields={['decider', 'file', 'meet', 'answer']}
      add={words.addLevel}
      blank={(index) => ({
        level: index + 1,
        decider: 'principal',
        file: { ...BLANK_COUNT, from: index === 0 ? 'knew-or-should-have-known' : `level-${index}-answer` },
        meet: null,
        answer: BLANK_COUNT,
      })}
      nameOf={(level) => words.level(textOf(valueAt(level, ['level'])))}
    >
      {(path) => (
        <>
          <ChoiceAt path={[...path, 'decider']} label={words.decider} options={all.actors} />
          <CountAt path={[...path, 'file']} label={words.file} />
          <ChoiceAt path={[...path, 'file', 'from']} label={words.from} options={starts} />
          <CountAt mayBeEmpty path={[...path, 'meet']} label={words.meet} />
          <CountAt path={[...path, 'answer']} label={words.answer} />
        </>
      )}
    </Rows>
  );
}

function Arbitration() {
  const all = useWords().agreementForm;
  const words = all.grievance;
  const starts = useStarts();
  const { read } = useForm();
  const last = Math.max(1, listAt(read, ['grievance', 'levels']).length);
  const { employee, union } = all.actors;
  return (
    <MayPart
      title={`${words.title}: ${words.arbitration}`}
      path={['grievance', 'arbitration']}
      fields={['forum', 'demand', 'by', 'binding']}
      add={words.addArbitration}
      blank={{ forum: '', demand: { ...BLANK_COUNT, from: `level-${last}-answer` }, by: 'union', binding: true }}
    >
      <div className="form-grid">
        <TextAt path={['grievance', 'arbitration', 'forum']} label={words.forum} />
        <ChoiceAt path={['grievance', 'arbitration', 'by']} label={words.by} options={{ union, employee }} />
        <CountAt path={['grievance', 'arbitration', 'demand']} label={words.demand} />
        <ChoiceAt path={['grievance', 'arbitration', 'demand', 'from']} label={words.from} options={starts} />
        <YesNoAt path={['grievance', 'arbitration', 'binding']} label={words.binding} />
      </div>
    </MayPart>
  );
}
