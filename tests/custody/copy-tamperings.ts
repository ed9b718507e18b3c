import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './copy-desk.ts';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

type Json = Record<string, unknown>;

/** A copy in the hands of somebody who would change it. */
export class Hands {
  readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }

  at(path: string): string {
    return join(this.folder, path);
  }

  read(path: string): string {
    return readFileSync(this.at(path), 'utf8');
  }

  write(path: string, content: string | Uint8Array): void {
    writeFileSync(this.at(path), content);
  }

  /** Replaces words in a file, of which there must be some. */
  replace(path: string, before: string | RegExp, after: string): void {
    const text = this.read(path);
    const changed = text.replace(before, after);
    if (changed === text) throw new Error(`nothing was tampered with: ${path}`);
    this.write(path, changed);
  }

  json(path: string, change: (value: Json) => void): void {
    const value = JSON.parse(this.read(path)) as Json;
    change(value);
    this.write(path, JSON.stringify(value));
  }

  lines(path: string, change: (lines: Json[]) => readonly Json[] | undefined): void {
    const lines = this.read(path)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
    const changed = change(lines) ?? lines;
    this.write(path, changed.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  flip(path: string, at = 0.5): void {
    const bytes = readFileSync(this.at(path));
    const place = Math.min(bytes.length - 1, Math.floor(bytes.length * at));
    bytes.writeUInt8((bytes.at(place) ?? 0) ^ 1, place);
    this.write(path, bytes);
  }

  remove(path: string): void {
    rmSync(this.at(path));
  }

  swap(one: string, other: string): void {
    renameSync(this.at(one), this.at('held'));
    renameSync(this.at(other), this.at(one));
    renameSync(this.at('held'), this.at(other));
  }

  file(start: string, ending = ''): string {
    const found = filesOf(this.folder).find((path) => path.startsWith(start) && path.endsWith(ending));
    if (found === undefined) throw new Error(`no file ${start}…${ending}`);
    return found;
  }

  original(name: string): string {
    const { sources } = JSON.parse(this.read('data/originals.json')) as { sources: { name: string; file: string }[] };
    return `data/${sources.find((source) => source.name === name)?.file}`;
  }

  /** Makes both lists of files anew, so that `sha256sum` is content. */
  relist(): void {
    const listed = (isPayload: boolean) =>
      filesOf(this.folder)
        .filter((path) => path.startsWith('data/') === isPayload && !path.startsWith('tagmanifest'))
        .map((path) => `${sha256(readFileSync(this.at(path)))}  ${path}\n`)
        .join('');
    this.write('manifest-sha256.txt', listed(true));
    this.write('tagmanifest-sha256.txt', listed(false));
  }

  /** Signs the lists with a key of one’s own and puts that in the place of the first. */
  signAnew({ privateKey, publicKey } = generateKeyPairSync('ed25519')): void {
    this.write('signed-by.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString());
    this.relist();
    this.write('tagmanifest-sha256.txt.sig', sign(null, readFileSync(this.at('tagmanifest-sha256.txt')), privateKey));
  }

  /**
   * All that somebody without the district’s keys can do: a new key, a line that introduces it and names the changed
   * copy, a checkpoint over it, the lists, the signature.
   */
  forge(): void {
    const keys = generateKeyPairSync('ed25519');
    const id = idOf(keys.publicKey);
    this.write('signed-by.pem', keys.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    this.relist();
    const tags = this.read('tagmanifest-sha256.txt')
      .split('\n')
      .filter((line) => line !== '' && !line.slice(66).startsWith('signed/'))
      .map((line) => `${line}\n`)
      .join('');
    const copy = JSON.stringify({
      ...(JSON.parse(this.read('signed/copy.json')) as Json),
      manifest_sha256: sha256(this.read('manifest-sha256.txt')),
      tags_sha256: sha256(tags),
    });
    const line = JSON.parse(this.read('signed/entry.json')) as Json & { changes: Json[] };
    const actor = { table: 'actor', row: id, before: null, after: sha256('somebody') };
    const changes = line.changes
      .filter(({ table }) => table === 'copy_made')
      .map((one) => ({ ...one, after: sha256(copy) }));
    const entry = JSON.stringify({ ...line, by: id, changes: [actor, ...changes] });
    const point = this.read('signed/checkpoint.txt')
      .replace(/^head .*$/m, `head ${sha256(entry)}`)
      .replace(/^key .*$/m, `key ${id}`);
    this.write('signed/copy.json', copy);
    this.write('signed/entry.json', entry);
    this.write('signed/checkpoint.txt', point);
    this.write('signed/checkpoint.sig', sign(null, Buffer.from(point), keys.privateKey));
    this.signAnew(keys);
  }
}

function idOf(key: KeyObject): string {
  return sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 32);
}

const newKey = () => generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

const LEDGER = 'data/record/ledger.jsonl';
const ITEMS = 'data/record/items.jsonl';
const POINTS = 'data/record/checkpoints.jsonl';

/** Rewords a line of the record together with its hash. */
function reword(hands: Hands, seq: number): void {
  hands.lines(LEDGER, (lines) => {
    const line = lines[seq - 1] ?? {};
    const body = JSON.stringify({ ...(JSON.parse(String(line['body'])) as Json), about: 'Nothing happened' });
    Object.assign(line, { body, hash: sha256(body) });
    return undefined;
  });
}

function source(hands: Hands, name: string, change: (source: Json) => void): void {
  hands.json('data/originals.json', (list) => {
    const found = (list['sources'] as Json[]).find((one) => one['name'] === name);
    if (found === undefined) throw new Error('nothing was tampered with');
    change(found);
  });
}

const pdf = (hands: Hands) => hands.file('data/documents/', '.pdf');
const input = (hands: Hands) => hands.file('data/documents/', '.input.json');

/** Done with a file manager and an editor: the lists stay as they were. */
export const careless: readonly (readonly [string, string, (hands: Hands) => void])[] = [
  ['a bit of an original flips', 'source bytes differ', (hands) => hands.flip(hands.original('large.bin'))],
  ['an original is cut short', 'source bytes differ', (hands) => hands.write(hands.original('one.txt'), 'The words')],
  [
    'two originals change places',
    'source bytes differ',
    (hands) => hands.swap(hands.original('one.txt'), hands.original('two.txt')),
  ],
  ['an original is taken out', 'source bytes differ', (hands) => hands.remove(hands.original('one.txt'))],
  [
    'a file is put among the originals',
    'a file was added to this copy',
    (hands) => hands.write('data/originals/0099-new.txt', 'x'),
  ],
  ['a file is put beside the lists', 'a file was added to this copy', (hands) => hands.write('read-this-too.txt', 'x')],
  [
    'the custody statement is reworded',
    'a file of this copy was changed',
    (hands) => hands.replace('data/custody-statement.txt', 'Owen', 'Nobody'),
  ],
  [
    'the page for the hearing is reworded',
    'a file of this copy was changed',
    (hands) => hands.replace('data/for-the-hearing.txt', 'bound', 'loose'),
  ],
  [
    'the instructions are reworded',
    'a file of this copy was changed',
    (hands) => hands.replace('READ-ME-FIRST.txt', 'openssl', 'openssI'),
  ],
  [
    'the page that checks is exchanged',
    'a file of this copy was changed',
    (hands) => hands.write('check-this-copy.html', '<h1>Unchanged</h1>'),
  ],
  [
    'the program that checks is exchanged',
    'a file of this copy was changed',
    (hands) => hands.write('check-this-copy.mjs', 'console.log("Unchanged")'),
  ],
  [
    'the label is reworded',
    'a file of this copy was changed',
    (hands) => hands.replace('bag-info.txt', 'expert', 'friend'),
  ],
  [
    'the declaration is reworded',
    'a file of this copy was changed',
    (hands) => hands.replace('bagit.txt', 'UTF-8', 'UTF-9'),
  ],
  [
    'the four lists are reworded',
    'a file of this copy was changed',
    (hands) => hands.replace('data/lists.json', 'reliedOn', 'considered'),
  ],
  [
    'the list of given fingerprints is emptied',
    'a file of this copy was changed',
    (hands) => hands.write('data/record/fingerprints.json', '{}'),
  ],
  [
    'a line is taken out of the list of files',
    'document bytes differ',
    (hands) => hands.replace('manifest-sha256.txt', /^.*\.pdf\n/m, ''),
  ],
  [
    'a line is put into the list of files',
    'a file of this copy was changed',
    (hands) => hands.replace('manifest-sha256.txt', /^/, `${'0'.repeat(64)}  data/none.txt\n`),
  ],
  [
    'the list of files is exchanged for rubbish',
    'a list of files cannot be read',
    (hands) => hands.write('manifest-sha256.txt', 'rubbish'),
  ],
  [
    'the list of tag files loses a line',
    'a file was added to this copy',
    (hands) => hands.replace('tagmanifest-sha256.txt', /^.*READ-ME.*\n/m, ''),
  ],
  [
    'the signature is exchanged',
    'the signature of this copy does not hold',
    (hands) => hands.flip('tagmanifest-sha256.txt.sig'),
  ],
  [
    'the signature is taken out',
    'a file of this copy is missing',
    (hands) => hands.remove('tagmanifest-sha256.txt.sig'),
  ],
  [
    'the signing key is exchanged',
    'a file of this copy was changed',
    (hands) => hands.write('signed-by.pem', newKey()),
  ],
  ['a document is exchanged', 'document bytes differ', (hands) => hands.write(pdf(hands), '%PDF another')],
  ['a document is taken out', 'document bytes differ', (hands) => hands.remove(pdf(hands))],
];

/** Done by somebody who knows the form: both lists are made anew, so that `sha256sum` finds nothing. */
export const careful: readonly (readonly [string, string, (hands: Hands) => void])[] = [
  ['a line of the record is reworded', 'an entry was changed', (hands) => hands.replace(LEDGER, 'Added', 'Found')],
  ['a line is reworded and its hash made anew', 'the chain is broken', (hands) => reword(hands, 3)],
  [
    'the last line is reworded and its hash made anew',
    'a checkpoint does not fit its entry',
    (hands) => reword(hands, hands.read(LEDGER).trimEnd().split('\n').length),
  ],
  [
    'a line is taken out',
    'an entry is missing',
    (hands) => hands.lines(LEDGER, (lines) => lines.filter((_, index) => index !== 4)),
  ],
  [
    'two lines change places',
    'an entry is missing',
    (hands) =>
      hands.lines(LEDGER, ([one, two, three, ...rest]) =>
        [one, three, two, ...rest].filter((line) => line !== undefined),
      ),
  ],
  [
    'a line is doubled',
    'an entry stands in another place',
    (hands) => hands.lines(LEDGER, ([one, ...rest]) => [one, one, ...rest].filter((line) => line !== undefined)),
  ],
  [
    'a line is called withheld',
    'the signature of this copy does not hold',
    (hands) =>
      hands.lines(LEDGER, (lines) =>
        lines.map((line) =>
          line['seq'] === 4 ? { seq: 4, hash: line['hash'], withheld: { ground: 'counsel’s compartment' } } : line,
        ),
      ),
  ],
  [
    'a line loses its hash',
    'an entry was changed',
    (hands) => hands.lines(LEDGER, (lines) => lines.map((line) => (line['seq'] === 4 ? { ...line, hash: '' } : line))),
  ],
  [
    'the text of a change is reworded',
    'a recorded change was altered',
    (hands) => hands.replace(LEDGER, 'The thread is cropped.', 'The thread is whole.'),
  ],
  [
    'a change is taken out',
    'changes of an entry are missing or added',
    (hands) =>
      hands.lines(LEDGER, (lines) => lines.map((line) => (line['seq'] === 2 ? { ...line, changes: [] } : line))),
  ],
  ['the record is emptied', 'the evidence record is empty', (hands) => hands.write(LEDGER, '')],
  [
    'the record is cut, its checkpoints are not',
    'a checkpoint does not fit its entry',
    (hands) => hands.lines(LEDGER, (lines) => lines.slice(0, -1)),
  ],
  [
    'record and checkpoints are cut alike',
    'a record was added outside the evidence record',
    (hands) => {
      hands.lines(LEDGER, (lines) => lines.slice(0, -3));
      hands.lines(POINTS, (lines) => lines.slice(0, -3));
    },
  ],
  [
    'the checkpoints are cut',
    'the end of the evidence record is not signed',
    (hands) => hands.lines(POINTS, (lines) => lines.slice(0, -1)),
  ],
  [
    'a checkpoint is taken out',
    'a checkpoint is missing',
    (hands) => hands.lines(POINTS, (lines) => lines.filter((_, index) => index !== 4)),
  ],
  ['a checkpoint is reworded', 'a checkpoint was changed', (hands) => hands.replace(POINTS, 'entries 5', 'entries 6')],
  [
    'a signature of a checkpoint is exchanged',
    'a signature does not hold',
    (hands) =>
      hands.lines(POINTS, (lines) =>
        lines.map((line, index) => ({ ...line, signature: index === 4 ? lines[3]?.['signature'] : line['signature'] })),
      ),
  ],
  [
    'a public key is exchanged',
    'a public key was exchanged',
    (hands) => hands.write(hands.file('data/record/keys/'), newKey()),
  ],
  [
    'a public key is made unreadable',
    'a public key cannot be read',
    (hands) => hands.write(hands.file('data/record/keys/'), 'none'),
  ],
  [
    'a public key is taken out',
    'a checkpoint is signed by a key that the case does not know',
    (hands) => hands.remove(hands.file('data/record/keys/')),
  ],
  ['an item is reworded', 'an item was altered', (hands) => hands.replace(ITEMS, 'Posted in class', 'Posted at home')],
  [
    'an item is reworded, digest and all',
    'items of an entry were altered',
    (hands) =>
      hands.lines(ITEMS, (lines) =>
        lines.map((line, index) => (index === 0 ? { ...line, body: '{}', digest: sha256('{}') } : line)),
      ),
  ],
  [
    'an item is taken out',
    'items of an entry are missing or added',
    (hands) => hands.lines(ITEMS, (lines) => lines.slice(1)),
  ],
  [
    'an item is doubled',
    'an item stands in another place',
    (hands) => hands.lines(ITEMS, ([one, ...rest]) => [one, one, ...rest].filter((line) => line !== undefined)),
  ],
  [
    'an item is put under a line that kept none',
    'an item stands under no entry',
    (hands) => hands.lines(ITEMS, (lines) => [...lines, { ...lines.at(-1), number: 9999, seq: 1 }]),
  ],
  [
    'an item is moved to another source',
    'items of an entry were altered',
    (hands) =>
      hands.lines(ITEMS, (lines) =>
        lines.map((line, index) => (index === 0 ? { ...line, evidence: lines.at(-1)?.['evidence'] } : line)),
      ),
  ],
  [
    'an item is given in words only',
    'an item was altered',
    (hands) =>
      hands.lines(ITEMS, (lines) =>
        lines.map((line, index) => (index === 0 ? { ...line, body: undefined, words: {} } : line)),
      ),
  ],
  [
    'an original is exchanged',
    'source bytes differ',
    (hands) => {
      hands.write(hands.original('one.txt'), 'Other words.');
      source(hands, 'one.txt', (one) => Object.assign(one, { sha256: sha256('Other words.') }));
    },
  ],
  [
    'two sources are pointed at each other’s files',
    'source bytes differ',
    (hands) => {
      const other = hands.original('two.txt').slice(5);
      source(hands, 'one.txt', (one) => Object.assign(one, { file: other }));
    },
  ],
  [
    'a source is taken off the list',
    'source bytes are missing',
    (hands) =>
      hands.json('data/originals.json', (list) =>
        Object.assign(list, { sources: (list['sources'] as Json[]).slice(1) }),
      ),
  ],
  [
    'a source is put on the list',
    'a source stands in no entry',
    (hands) =>
      hands.json('data/originals.json', (list) =>
        Object.assign(list, {
          sources: [
            ...(list['sources'] as Json[]),
            { id: 'x', number: 99, name: 'x', file: null, sha256: null, withheld: { ground: 'x' } },
          ],
        }),
      ),
  ],
  [
    'a document is exchanged',
    'document bytes differ',
    (hands) => {
      hands.write(pdf(hands), '%PDF another');
      hands.json('data/documents.json', (list) =>
        Object.assign((list['documents'] as Json[])[0] ?? {}, { sha256: sha256('%PDF another') }),
      );
    },
  ],
  [
    'an exhibit’s hash is exchanged in what a document was made from',
    'document bytes differ',
    (hands) => hands.replace(input(hands), /"sha256":"[0-9a-f]{8}/, '"sha256":"00000000'),
  ],
  [
    'a document prints another fingerprint',
    'a document is listed otherwise than it was recorded',
    (hands) =>
      hands.replace('data/documents.json', /"fingerprint": "[0-9a-f]{64}"/, `"fingerprint": "${'f'.repeat(64)}"`),
  ],
  [
    'a document is taken off the list',
    'a document is missing',
    (hands) => hands.json('data/documents.json', (list) => Object.assign(list, { documents: [] })),
  ],
  [
    'a record is reworded',
    'a record differs from what the evidence record says',
    (hands) => hands.replace('data/records/finding.json', 'The thread is cropped.', 'The thread is whole.'),
  ],
  [
    'a finding is turned round',
    'a record differs from what the evidence record says',
    (hands) => hands.replace('data/records/finding.json', '"not-proved"', '"proved"'),
  ],
  [
    'a record is added',
    'a record was added outside the evidence record',
    (hands) =>
      hands.json('data/records/finding.json', (list) =>
        (list['rows'] as Json[]).push({ given: 'whole', row: { id: 'x', fact: 'proved' } }),
      ),
  ],
  [
    'a record is taken out',
    'a record was removed',
    (hands) => hands.json('data/records/mapping.json', (list) => Object.assign(list, { rows: [] })),
  ],
  ['a table is taken out', 'a record was removed', (hands) => hands.remove('data/records/mapping.json')],
  [
    'the line that names the copy is reworded',
    'the signature of this copy does not hold',
    (hands) => hands.replace('signed/entry.json', 'full', 'part'),
  ],
  [
    'the recipient is exchanged',
    'the signature of this copy does not hold',
    (hands) => hands.replace('signed/copy.json', 'expert', 'friend'),
  ],
  [
    'the statement is reworded',
    'the signature of this copy does not hold',
    (hands) => hands.replace('data/custody-statement.txt', 'Owen', 'Nobody'),
  ],
];

/** Changes that the chain holds by itself, whoever signs the lists anew. */
export const heldByChain = careful.filter(([, what]) => !what.startsWith('the signature'));
