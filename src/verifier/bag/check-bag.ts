import { Found, type Problem } from '../reader.ts';
import { type Chain, checkChain } from './chain.ts';
import { checkDocuments, checkItems, checkOriginals, checkRecords } from './holdings.ts';
import { checkFiles, checkSignature, type Listed, MANIFEST, type Signer, tagsBefore } from './manifest.ts';
import { checkSeals, readCheckpoint, type Seal, type Seals } from './seals.ts';
import { Shape } from './shape.ts';
import { bytesOf, type Folder, sha256, type Tools, textOf } from './tools.ts';

export type { Folder, Tools } from './tools.ts';

export interface BagReport {
  readonly ok: boolean;
  readonly checked: {
    readonly sources: number;
    readonly items: number;
    readonly entries: number;
    readonly documents: number;
    readonly files: number;
  };
  /** Of the checkpoint up to which the copy goes. */
  readonly fingerprint: string | null;
  readonly signedBy: readonly string[];
  readonly notTested: readonly string[];
  readonly firstProblem: Problem | null;
  readonly copy: {
    readonly audience: string;
    readonly to: string | null;
    readonly at: string;
    readonly madeBy: string;
    /** Lines of which only the hash is given. */
    readonly entriesWithheld: number;
  } | null;
  /** Since when nothing up to `entry` was changed: what the fingerprint that was given fixes; null without one. */
  readonly unchangedSince: { readonly at: string; readonly entry: number } | null;
}

export interface BagOrder {
  /** A fingerprint that was printed or told earlier, in whole or its first 12 digits and more. */
  readonly expect: string | null;
  readonly told?: (step: 'files' | 'signatures', done: number, total: number) => void;
}

/**
 * Checks a copy (a BagIt folder) by the written description of its format (docs/custody.md) alone. It stops at the
 * first thing that does not hold, and names the entry where the record tells it.
 */
export async function checkBag(folder: Folder, tools: Tools, order: BagOrder): Promise<BagReport> {
  const state: State = {
    checked: { sources: 0, items: 0, entries: 0, documents: 0, files: 0 },
    signedBy: [],
    notTested: [],
  };
  if (order.expect === null) state.notTested.push('truncation and rollback: no earlier fingerprint was given');
  try {
    await checkAll(folder, tools, order, state);
    return reportOf(state, null);
  } catch (error) {
    return reportOf(state, problemOf(error));
  }
}

interface State {
  readonly checked: { sources: number; items: number; entries: number; documents: number; files: number };
  signedBy: string[];
  readonly notTested: string[];
  fingerprint?: string;
  copy?: BagReport['copy'];
  unchangedSince?: BagReport['unchangedSince'];
}

async function checkAll(folder: Folder, tools: Tools, order: BagOrder, state: State): Promise<void> {
  const names = await sourceNames(folder);
  const listed = await checkFiles(
    folder,
    tools,
    (path) => names.get(path) ?? path,
    (done, total) => order.told?.('files', done, total),
  );
  state.checked.files = listed.found.size;
  if (listed.droppings.length > 0) {
    state.notTested.push(`files that a computer put into the folder by itself: ${listed.droppings.join(', ')}`);
  }
  // A changed list of lines is named by its first broken line rather than by its file.
  try {
    await checkRecord(folder, tools, listed, order, state);
  } catch (error) {
    if (listed.problem === null || (error instanceof Found && error.problem.entry !== null)) throw error;
  }
  if (listed.problem !== null) throw new Found(listed.problem.what, listed.problem.where, listed.problem.entry);
}

async function checkRecord(folder: Folder, tools: Tools, listed: Listed, order: BagOrder, state: State): Promise<void> {
  const chain = await checkChain(folder, tools);
  state.checked.entries = chain.entries;
  const seals = await checkSeals(folder, tools, chain, (done, total) => order.told?.('signatures', done, total));
  state.fingerprint = seals.last;
  state.signedBy = seals.signers.map((id) => `${nameOf(chain, id)}: ${id}`);
  state.checked.items = await checkItems(folder, tools, chain);
  const sources = await checkOriginals(folder, chain, listed.found);
  state.checked.sources = sources.count;
  state.checked.documents = await checkDocuments(folder, chain, seals, listed.found, sources.exhibits);
  await checkRecords(folder, chain);
  if (chain.withheld.size > 0) {
    state.notTested.push(
      `the text of ${chain.withheld.size} of ${chain.entries} entries, which this audience is not given: of these the place in the chain and the signature hold`,
    );
  }
  if (listed.problem !== null) return;
  const signer = await checkSignature(folder, tools, listed.tagText);
  await checkCopyLine(folder, tools, listed, chain, seals, signer, state);
  if (order.expect !== null) state.unchangedSince = sealOf(await pointsOf(folder, tools, seals), order.expect);
}

/** The line of the record that names this copy: it was written after the copy, and is the first that is not in it. */
async function checkCopyLine(
  folder: Folder,
  tools: Tools,
  listed: Listed,
  chain: Chain,
  seals: Seals,
  signer: Signer,
  state: State,
): Promise<void> {
  const where = 'signed/entry.json';
  const body = await textOf(folder, where);
  const line = Shape.parse(body, where);
  const row = await textOf(folder, 'signed/copy.json');
  const copy = Shape.parse(row, 'signed/copy.json');
  const checkpoint = await bytesOf(folder, 'signed/checkpoint.txt');
  const point = readCheckpoint(new TextDecoder().decode(checkpoint), line.number('seq'));
  const isKnown = seals.keys.has(signer.id);
  const signature = await bytesOf(folder, 'signed/checkpoint.sig');
  const changes = line.shapes('changes');
  const told = changes.some(
    (change) => change.text('table') === 'copy_made' && change.text('after') === sha256(tools, row),
  );
  // Somebody who acts in the case for the first time is made known to it by this very line.
  const introduced = changes.some(
    (change) =>
      change.text('table') === 'actor' && change.text('row') === signer.id && change.textOrNull('before') === null,
  );
  const fits =
    told &&
    line.number('seq') > chain.entries &&
    point.fields.get('head') === sha256(tools, body) &&
    point.fields.get('entries') === String(line.number('seq')) &&
    (chain.caseId === null || line.text('case') === chain.caseId) &&
    line.text('by') === point.key &&
    point.key === signer.id &&
    (isKnown || introduced) &&
    (await tools.signatureHolds(signer.key, checkpoint, signature));
  if (!fits) throw new Found('the entry that names this copy does not hold', where);
  // Where nothing was recorded while the copy was made, the line follows the last one of the copy directly.
  const follows =
    line.number('seq') !== chain.entries + 1 ||
    (line.text('prev') === chain.lines.get(chain.entries)?.hash && point.fields.get('previous') === seals.last);
  const names =
    copy.number('entries') === chain.entries &&
    copy.text('fingerprint') === seals.last &&
    copy.text('manifest_sha256') === listed.found.get(MANIFEST) &&
    copy.text('tags_sha256') === tagsBefore(tools, listed.tags);
  if (!follows || !names) throw new Found('this copy is not the one that its entry names', where);
  if (!isKnown) {
    state.notTested.push(
      `whether the key that signed this copy belongs to ${copy.text('by')}: it stands in no earlier line of the record. Have its id read out to you: ${signer.id}`,
    );
  }
  state.copy = {
    audience: copy.text('audience'),
    to: copy.textOrNull('recipient'),
    at: copy.text('at'),
    madeBy: copy.text('by'),
    entriesWithheld: chain.withheld.size,
  };
}

/** Every checkpoint of the copy, and the one of the line that names it. */
async function pointsOf(folder: Folder, tools: Tools, seals: Seals): Promise<ReadonlyMap<string, Seal>> {
  const body = await textOf(folder, 'signed/checkpoint.txt');
  const seq = Shape.parse(await textOf(folder, 'signed/entry.json'), 'signed/entry.json').number('seq');
  return new Map([...seals.byFingerprint, [sha256(tools, body), readCheckpoint(body, seq)]]);
}

/** @throws Found where no checkpoint of the copy has this fingerprint */
function sealOf(points: ReadonlyMap<string, Seal>, expect: string): { at: string; entry: number } {
  const wanted = expect.toLowerCase().replace(/[^0-9a-f]/g, '');
  const found = [...points].find(([fingerprint]) => fingerprint.startsWith(wanted));
  if (wanted.length < 12 || found === undefined) {
    throw new Found(
      'the case was cut or rolled back',
      `the fingerprint ${expect} is not in its evidence record (one that was made after this copy cannot be)`,
    );
  }
  return { at: found[1].at, entry: found[1].seq };
}

function nameOf(chain: Chain, id: string): string {
  const row = chain.rows.get(`actor ${id}`);
  if (row === undefined) return 'name withheld';
  const actor = Shape.parse(row.after, 'data/record/ledger.jsonl', row.seq);
  return `${actor.text('name')}, ${actor.text('role')}`;
}

/** What each file is, for words: `source 3 (IMG.png)`; nothing where the list itself cannot be read. */
async function sourceNames(folder: Folder): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  try {
    for (const source of Shape.parse(await textOf(folder, 'data/originals.json'), '').shapes('sources')) {
      const file = source.textOrNull('file');
      const path = `data/${file}`;
      if (file === null || names.has(path)) continue;
      names.set(path, `source ${source.number('number')} (${source.textOrNull('name') ?? 'name withheld'}), ${path}`);
    }
  } catch {
    return names;
  }
  return names;
}

function reportOf(state: State, firstProblem: Problem | null): BagReport {
  const { checked, signedBy, notTested } = state;
  return {
    ok: firstProblem === null,
    checked,
    fingerprint: state.fingerprint ?? null,
    signedBy,
    notTested,
    firstProblem,
    copy: state.copy ?? null,
    unchangedSince: state.unchangedSince ?? null,
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof Found) return error.problem;
  const where = error instanceof Error ? error.message : String(error);
  return { what: 'a file of the copy cannot be read', where, entry: null };
}
