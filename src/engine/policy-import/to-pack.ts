import { stringify } from 'yaml';
import { type PolicyPack as Pack, PolicyPack } from '../../contract/policy.ts';
import type { DraftSource, PolicyHead } from '../../contract/policy-import.ts';
import { sha256Of } from '../case-file/index.ts';
import type { DraftState } from './draft-state.ts';

/** The version that the dates of a policy give: its last revision, or its adoption; null where it tells neither. */
export function versionOf({ adopted, revised }: PolicyHead): string | null {
  return revised.at(-1) ?? adopted;
}

/** File names of a version, all beside each other in the policy's folder. */
export function sourceName(version: string): string {
  return `${version}.source.txt`;
}

/**
 * The draft in the shape of a policy pack, not yet checked: what is missing stays empty, so that the schema names it.
 * Its source is the text that was read out of the file.
 */
export function packCandidate(state: DraftState, source: DraftSource): unknown {
  const { head, text, clauses } = state;
  const version = versionOf(head) ?? '';
  const wordsOf = (roles: readonly string[]): string[] => [
    ...new Set(
      state.passages
        .filter(({ role }) => roles.includes(role))
        .map(({ start, end }) => text.slice(start, end).trim())
        .filter((words) => words !== ''),
    ),
  ];
  const cross = wordsOf(['cross-reference']);
  const named = [...new Set(clauses.flatMap(({ clause }) => clause.crossReferences.map(({ to }) => to)))].filter(
    (to) => !clauses.some(({ clause }) => clause.id === to) && !cross.some((words) => words.includes(to)),
  );
  return {
    schema: 'evenhand/policy-pack@1',
    id: head.id,
    version,
    title: head.title,
    board: head.board,
    timeZone: head.timeZone,
    source: { document: sourceWords(source), file: sourceName(version), sha256: sha256Of(text) },
    adopted: head.adopted ?? version,
    revised: head.revised,
    inForce: rangesOf(head),
    furniture: [...wordsOf(['title', 'heading', 'lead-in', 'date', 'label', 'running', 'beside']), ...markersOf(state)],
    clauses: clauses.map(({ clause }) => clause),
    process: clauses
      .filter(({ clause }) => clause.kind === 'process')
      .map(({ clause }) => ({
        id: `step-${clause.id}`,
        clause: clause.id,
        label: clause.label,
        words: clause.words,
        who: [actorOf(clause.words)],
        modal: clause.modal,
        force: clause.force,
        notes: [],
      })),
    crossReferences: [...cross, ...named].map((words) => ({ words, about: null })),
    legalReferences: wordsOf(['legal-reference']).map((words) => ({ words, about: null })),
    clericalErrors: [],
  };
}

/** From the adoption on, and anew from the last revision: an earlier wording is not in the file. */
function rangesOf({ adopted, revised }: PolicyHead) {
  const last = revised.at(-1);
  if (adopted === null && last === undefined) return [];
  if (last === undefined || adopted === null) {
    return [{ from: last ?? adopted, to: null, wordsHeld: true, note: null }];
  }
  const note = 'The wording before the last revision is not in the file.';
  return [
    ...(adopted < last ? [{ from: adopted, to: last, wordsHeld: false, note }] : []),
    { from: last, to: null, wordsHeld: true, note: null },
  ];
}

/** Bullets and numbers that stand before the words of a clause; they demand nothing. */
function markersOf({ text, passages }: DraftState): readonly string[] {
  const markers = passages
    .filter(({ role, start, words }) => role === 'clause' && words > start)
    .map(({ start, words }) => text.slice(start, words).trim());
  return [...new Set(markers)].filter((marker) => marker !== '' && !/^(?:\d+|[A-Z])\.?$/.test(marker));
}

function actorOf(words: string): string {
  return (
    /\b(?:Board(?: of Education)?(?: or (?:the )?Superintendent)?|Superintendent(?: of Schools)?(?: or [\p{L}/ ]{1,20}designee)?|Principal|Administration|Human Resources|District|supervisor)\b/u.exec(
      words,
    )?.[0] ?? 'The District'
  );
}

function sourceWords(source: DraftSource): string {
  const machine =
    source.recognisedPages === 0
      ? ''
      : `; ${source.recognisedPages === 1 ? '1 page was' : `${source.recognisedPages} pages were`} read by machine from a picture`;
  return `${source.name} (${source.format}, SHA-256 ${source.sha256}), words as read by ${source.reader}${machine}`;
}

/** The pack as YAML; `parsed` is null where it does not have the shape of a pack yet. */
export function packOf(
  state: DraftState,
  source: DraftSource,
): {
  readonly parsed: Pack | null;
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
} {
  const parsed = PolicyPack.safeParse(packCandidate(state, source));
  return parsed.success ? { parsed: parsed.data, issues: [] } : { parsed: null, issues: parsed.error.issues };
}

/** The text of a pack's file. */
export function packYaml(pack: Pack): string {
  const head =
    '# Policy pack: every quotation is exact. Made by the policy importer and confirmed by a person.\n# How a pack is written: docs/packs.md\n';
  return head + stringify(pack, { lineWidth: 120 });
}
