import { useWords } from '../../../words/use-words.ts';
import { ArticleAt, ChoiceAt, CountAt, LinesAt, NumberAt, TextAt, YesNoAt } from './fields.tsx';
import { isThere, textOf, useValue, valueAt } from './form-state.ts';
import { MayPart, Part, Rows } from './parts.tsx';

/** Title, version and the time in which it holds. */
export function HeadPart() {
  const words = useWords().agreementForm.head;
  return (
    <Part
      title={words.title}
      path={[]}
      fields={['title', 'id', 'version', 'status', 'inForce']}
      elsewhere={OTHER_PARTS}
    >
      <div className="form-grid">
        <TextAt path={['title']} label={words.name} />
        <TextAt path={['id']} label={words.id} />
        <TextAt path={['version']} label={words.version} />
        <ChoiceAt path={['status']} label={words.status} options={words.statuses} />
        <TextAt type="date" mayBeEmpty path={['inForce', 'from']} label={words.from} />
        <TextAt type="date" mayBeEmpty path={['inForce', 'to']} label={words.to} />
        <YesNoAt path={['inForce', 'holdover']} label={words.holdover} />
      </div>
    </Part>
  );
}

const OTHER_PARTS = [
  'units',
  'days',
  'extensions',
  'articles',
  'steps',
  'representation',
  'complaints',
  'leave',
  'ladder',
  'statusRules',
  'ageing',
  'grievance',
];

export function UnitsPart() {
  const words = useWords().agreementForm.units;
  return (
    <Rows
      title={words.title}
      path={['units']}
      fields={['code', 'name', 'certified', 'statute', 'months', 'union', 'excludes']}
      add={words.add}
      blank={(index) => ({
        code: `unit-${index + 1}`,
        name: words.name,
        certified: null,
        statute: 'MERA',
        months: null,
        union: null,
        excludes: [],
      })}
      nameOf={(unit) => textOf(valueAt(unit, ['name']))}
    >
      {(path) => (
        <>
          <TextAt path={[...path, 'name']} label={words.name} />
          <TextAt path={[...path, 'code']} label={words.code} />
          <TextAt mayBeEmpty path={[...path, 'union']} label={words.union} />
          <ChoiceAt path={[...path, 'statute']} label={words.statute} options={words.statutes} />
          <YesNoAt mayBeOpen path={[...path, 'certified']} label={words.certified} />
          <NumberAt path={[...path, 'months']} label={words.months} />
          <LinesAt path={[...path, 'excludes']} label={words.excludes} />
        </>
      )}
    </Rows>
  );
}

export function DaysPart() {
  const all = useWords().agreementForm;
  const words = all.days;
  const rolls = Object.entries(all.dayKinds).flatMap(([kind, name]) => [
    [`forward:${kind}`, words.rolls.forward(name)],
    [`backward:${kind}`, words.rolls.backward(name)],
  ]);
  return (
    <MayPart
      title={words.title}
      path={['days', 'default']}
      fields={['dayKind', 'excludeTriggerDay', 'roll', 'summer', 'receiptCutoff', 'cutoffKind']}
      add={words.add}
      blank={{ dayKind: 'school', excludeTriggerDay: true, roll: 'none', summer: 'tolled' }}
    >
      <div className="form-grid">
        <ChoiceAt path={['days', 'default', 'dayKind']} label={words.kind} options={all.dayKinds} />
        <YesNoAt path={['days', 'default', 'excludeTriggerDay']} label={words.exclude} />
        <ChoiceAt
          path={['days', 'default', 'roll']}
          label={words.roll}
          options={{ none: words.rolls.none, ...Object.fromEntries(rolls) }}
        />
        <ChoiceAt path={['days', 'default', 'summer']} label={words.summer} options={words.summers} />
        <TextAt type="time" mayBeEmpty path={['days', 'default', 'receiptCutoff']} label={words.cutoff} />
        <ChoiceAt
          path={['days', 'default', 'cutoffKind']}
          label={words.cutoffKind}
          options={all.dayKinds}
          none={all.notSaid}
        />
        <ArticleAt path={['days', 'article']} />
      </div>
    </MayPart>
  );
}

export function ExtensionsPart() {
  const words = useWords().agreementForm.extensions;
  return (
    <MayPart
      title={words.title}
      path={['extensions']}
      fields={['mutualWritten', 'unilateral', 'boardSilent', 'unionSilent', 'article']}
      add={words.add}
      blank={{ mutualWritten: true, boardSilent: 'none', unionSilent: 'none', stoppedBy: ['abeyance'] }}
    >
      <div className="form-grid">
        <YesNoAt path={['extensions', 'mutualWritten']} label={words.mutual} />
        <CountAt mayBeEmpty path={['extensions', 'unilateral']} label={words.unilateral} />
        {isThere(useValue(['extensions', 'unilateral'])) ? (
          <NumberAt path={['extensions', 'unilateral', 'uses']} label={words.uses} />
        ) : null}
        <ChoiceAt path={['extensions', 'boardSilent']} label={words.board} options={words.boards} />
        <ChoiceAt path={['extensions', 'unionSilent']} label={words.union} options={words.unions} />
        <ArticleAt path={['extensions', 'article']} />
      </div>
    </MayPart>
  );
}
