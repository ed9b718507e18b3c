import { raise } from '../../contract/errors.ts';
import type { DraftEdit } from '../../contract/policy-import.ts';
import { ClauseIds } from './clause-ids.ts';
import {
  clausesOf,
  type DraftState,
  passageKey,
  proposed,
  type StateClause,
  type StatePassage,
} from './draft-state.ts';
import type { Shelf } from './propose.ts';
import { trimmed } from './sentences.ts';

type Edit<Do extends DraftEdit['do']> = Extract<DraftEdit, { do: Do }>;

/** A draft after one more change; the draft before it stays as it was. @throws not-found, bad-input */
export function edited(state: DraftState, edit: DraftEdit, shelf: Shelf): DraftState {
  switch (edit.do) {
    case 'set':
      return withClause(state, edit.clause, (one) => ({ ...one, clause: { ...one.clause, ...without(edit.change) } }));
    case 'confirm':
      for (const key of edit.clauses) clauseAt(state, key);
      return {
        ...state,
        clauses: state.clauses.map((one) =>
          edit.clauses.includes(one.key) ? { ...one, confirmed: edit.confirmed } : one,
        ),
      };
    case 'head':
      return { ...state, head: { ...state.head, ...without(edit.change) } };
    case 'move':
      return moved(state, edit);
    case 'merge':
      return merged(state, edit, shelf);
    case 'split':
      return split(state, edit, shelf);
    case 'limbs':
      return inLimbs(state, edit, shelf);
    case 'role':
      return withRole(state, edit, shelf);
  }
}

/** What a change did, in words, for taking it back. */
export function editWords(state: DraftState, edit: DraftEdit): string {
  const name = (key: string) => state.clauses.find((one) => one.key === key)?.clause.id ?? 'a clause';
  switch (edit.do) {
    case 'set':
      return `Change of ${name(edit.clause)}`;
    case 'confirm': {
      const what = edit.clauses.length === 1 ? name(edit.clauses[0] ?? '') : `${edit.clauses.length} clauses`;
      return edit.confirmed ? `Confirmation of ${what}` : `Reopening of ${what}`;
    }
    case 'head':
      return 'Change of the policy’s head';
    case 'move':
      return `Move of ${name(edit.clause)}`;
    case 'merge':
      return `Merging of ${name(edit.clause)} into ${name(edit.into)}`;
    case 'split':
      return `Split of ${name(edit.clause)}`;
    case 'limbs':
      return `Parting of ${name(edit.clause)} into ${edit.limbs.length} limbs`;
    case 'role':
      return edit.role === 'clause' ? 'Passage made a clause' : 'Passage taken out of the clauses';
  }
}

/** Values that were left out are not set: an optional field is `undefined` where nobody said anything of it. */
function without<Value extends object>(change: Value): { [Name in keyof Value]-?: Exclude<Value[Name], undefined> } {
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [Name in keyof Value]-?: Exclude<Value[Name], undefined> };
}

function clauseAt(state: DraftState, key: string): StateClause {
  return state.clauses.find((one) => one.key === key) ?? raise('not-found', { what: 'clause' });
}

function passageAt(state: DraftState, key: string): StatePassage {
  return state.passages.find((one) => one.key === key) ?? raise('not-found', { what: 'passage' });
}

function withClause(state: DraftState, key: string, change: (one: StateClause) => StateClause): DraftState {
  clauseAt(state, key);
  return { ...state, clauses: state.clauses.map((one) => (one.key === key ? change(one) : one)) };
}

function idsBut(state: DraftState, ...keys: readonly string[]): ClauseIds {
  return new ClauseIds(state.clauses.filter(({ key }) => !keys.includes(key)).map(({ clause }) => clause.id));
}

function moved(state: DraftState, { clause, before }: Edit<'move'>): DraftState {
  const one = clauseAt(state, clause);
  if (before === clause) return state;
  const rest = state.clauses.filter(({ key }) => key !== clause);
  if (before !== null) clauseAt(state, before);
  const at = before === null ? rest.length : rest.findIndex(({ key }) => key === before);
  return { ...state, clauses: [...rest.slice(0, at), one, ...rest.slice(at)] };
}

/** The words of several passages: one quotation where they follow each other in a paragraph, and further ones where not. */
function quoted(
  state: DraftState,
  keys: readonly string[],
): { readonly words: string; readonly further: readonly string[] } {
  const passages = keys.map((key) => passageAt(state, key));
  const runs: { start: number; end: number }[] = [];
  for (const { start, words, end } of passages) {
    const last = runs.at(-1);
    const between = last === undefined ? null : state.text.slice(last.end, start);
    if (last !== undefined && words === start && between !== null && /^[ \t]*$/.test(between)) last.end = end;
    else runs.push({ start: words, end });
  }
  const [words = '', ...further] = runs.map(({ start, end }) => state.text.slice(start, end));
  return { words, further };
}

function merged(state: DraftState, { clause, into }: Edit<'merge'>, shelf: Shelf): DraftState {
  if (clause === into) raise('bad-input', { why: 'a clause cannot be merged with itself.' });
  const one = clauseAt(state, clause);
  const other = clauseAt(state, into);
  const order = state.passages.map(({ key }) => key);
  const joined = [...new Set([...other.passages, ...one.passages])];
  const adjacent = [...joined].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  // Words that follow each other are quoted in their order; what was gathered from elsewhere follows the clause's own words.
  const passages = other.passages.length === 1 && one.passages.length === 1 ? adjacent : joined;
  const { words, further } = quoted(state, passages);
  const first = passageAt(state, passages[0] ?? '');
  const again = proposed(state.text, first, words, null, shelf, new ClauseIds());
  const kept = other.confirmed ? other.clause : { ...again.clause, id: other.clause.id, label: other.clause.label };
  const result: StateClause = {
    ...other,
    passages,
    confirmed: false,
    proposals: other.confirmed ? other.proposals : again.proposals,
    clause: { ...kept, limb: null, words, further: [...further] },
  };
  return {
    ...state,
    clauses: state.clauses.filter(({ key }) => key !== clause).map((each) => (each.key === into ? result : each)),
  };
}

function split(state: DraftState, { clause, at }: Edit<'split'>, shelf: Shelf): DraftState {
  const one = clauseAt(state, clause);
  if (one.clause.limb !== null)
    raise('bad-input', { why: 'a clause that is one limb of a sentence is not split; merge its limbs first.' });
  const place = one.passages.findIndex((key) => {
    const { words, end } = passageAt(state, key);
    return at > words && at < end;
  });
  const key = one.passages[place];
  if (key === undefined) raise('bad-input', { why: 'a clause is split between two of its own words.' });
  const whole = passageAt(state, key);
  const first = trimmed(state.text, { start: whole.start, end: at });
  const second = trimmed(state.text, { start: at, end: whole.end });
  if (/\w/.test(state.text[at - 1] ?? '') && /\w/.test(state.text[at] ?? ''))
    raise('bad-input', { why: 'a word is not split.' });
  const head: StatePassage = { ...whole, end: first.end };
  const tail: StatePassage = {
    ...whole,
    key: passageKey(second.start),
    start: second.start,
    words: second.start,
    end: second.end,
    path: [],
  };
  const next: DraftState = {
    ...state,
    passages: state.passages.flatMap((each) => (each.key === key ? [head, tail] : [each])),
  };
  const before = [...one.passages.slice(0, place), key];
  const after = [tail.key, ...one.passages.slice(place + 1)];
  const ids = idsBut(state, clause);
  const firstClause: StateClause = { ...one, passages: before, confirmed: false, ...fresh(next, before, shelf, ids) };
  firstClause.clause = { ...firstClause.clause, id: one.clause.id };
  const secondClause: StateClause = {
    key: `c${second.start}`,
    passages: after,
    confirmed: false,
    ...fresh(next, after, shelf, new ClauseIds([...state.clauses.map((each) => each.clause.id)])),
  };
  return {
    ...next,
    clauses: next.clauses.flatMap((each) => (each.key === clause ? [firstClause, secondClause] : [each])),
  };
}

function fresh(state: DraftState, keys: readonly string[], shelf: Shelf, ids: ClauseIds) {
  const { words, further } = quoted(state, keys);
  const made = proposed(state.text, passageAt(state, keys[0] ?? ''), words, null, shelf, ids);
  return { ...made, clause: { ...made.clause, further: [...further] } };
}

function inLimbs(state: DraftState, { clause, limbs }: Edit<'limbs'>, shelf: Shelf): DraftState {
  const one = clauseAt(state, clause);
  for (const limb of limbs) {
    if (!one.clause.words.includes(limb))
      raise('bad-input', { why: `“${limb}” does not stand in the clause’s words.` });
  }
  const first = passageAt(state, one.passages[0] ?? '');
  const ids = idsBut(state, clause);
  const made = limbs.map((limb, index): StateClause => {
    const each = proposed(state.text, first, one.clause.words, limb, shelf, ids);
    return {
      ...one,
      ...each,
      key: `${clause}.${index + 1}`,
      confirmed: false,
      clause: { ...each.clause, further: one.clause.further },
    };
  });
  return { ...state, clauses: state.clauses.flatMap((each) => (each.key === clause ? made : [each])) };
}

function withRole(state: DraftState, { passage: key, role }: Edit<'role'>, shelf: Shelf): DraftState {
  const passage = passageAt(state, key);
  if (passage.role === role) return state;
  const passages = state.passages.map((each) => (each.key === key ? { ...each, role } : each));
  const kept = state.clauses.flatMap((one): StateClause[] => {
    if (!one.passages.includes(key)) return [one];
    const rest = one.passages.filter((each) => each !== key);
    if (rest.length === 0) return [];
    const { words, further } = quoted(state, rest);
    return [
      { ...one, passages: rest, confirmed: false, clause: { ...one.clause, limb: null, words, further: [...further] } },
    ];
  });
  const next: DraftState = { ...state, passages, clauses: kept };
  if (role !== 'clause') return next;
  const made = clausesOf(state.text, { ...passage, role }, shelf, new ClauseIds(kept.map(({ clause }) => clause.id)));
  const startOf = (one: StateClause): number => passageAt(next, one.passages[0] ?? '').start;
  const at = kept.findIndex((one) => startOf(one) > passage.start);
  return { ...next, clauses: at < 0 ? [...kept, ...made] : [...kept.slice(0, at), ...made, ...kept.slice(at)] };
}
