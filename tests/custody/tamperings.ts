import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { RawCase } from './raw-case.ts';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const lastOf = (raw: RawCase) => raw.number('SELECT max(seq) FROM ledger');

/** A line that was rewritten together with its hash. */
function rewrite(raw: RawCase, seq: number, change: (line: Record<string, unknown>) => void): void {
  const line = JSON.parse(raw.text('SELECT body FROM ledger WHERE seq = ?', seq)) as Record<string, unknown>;
  change(line);
  const body = JSON.stringify(line);
  raw.run('UPDATE ledger SET body = ?, hash = ? WHERE seq = ?', body, sha256(body), seq);
}

export const contentOf = (raw: RawCase, name: string) => raw.text('SELECT sha256 FROM evidence WHERE name = ?', name);

/** What was done to the file, what the check calls it, and how it is done. */
export const tamperings: readonly (readonly [string, string, (raw: RawCase) => void])[] = [
  // The chain
  [
    'a line is reworded',
    'an entry was changed',
    (raw) => raw.run("UPDATE ledger SET body = replace(body, 'Added', 'Found') WHERE seq = 2"),
  ],
  [
    'a line is reworded and its hash made anew',
    'the chain is broken',
    (raw) => rewrite(raw, 2, (line) => Object.assign(line, { about: 'Nothing happened' })),
  ],
  [
    'the last line is reworded and its hash made anew',
    'a checkpoint does not fit its entry',
    (raw) => rewrite(raw, lastOf(raw), (line) => Object.assign(line, { about: 'Nothing happened' })),
  ],
  ['a line is taken out', 'an entry is missing', (raw) => raw.run('DELETE FROM ledger WHERE seq = 3')],
  ['the first line is taken out', 'an entry is missing', (raw) => raw.run('DELETE FROM ledger WHERE seq = 1')],
  [
    'two lines change places',
    'an entry stands in another place',
    (raw) => {
      raw.run('UPDATE ledger SET seq = -1 WHERE seq = 3');
      raw.run('UPDATE ledger SET seq = 3 WHERE seq = 4');
      raw.run('UPDATE ledger SET seq = 4 WHERE seq = -1');
    },
  ],
  [
    'a line is added at the end',
    'the end of the evidence record is not signed',
    (raw) => {
      const last = lastOf(raw);
      const prev = raw.text('SELECT hash FROM ledger WHERE seq = ?', last);
      const line = JSON.parse(raw.text('SELECT body FROM ledger WHERE seq = ?', lastOf(raw))) as Record<
        string,
        unknown
      >;
      const body = JSON.stringify({
        ...line,
        seq: last + 1,
        prev,
        changes: [],
        items: { count: 0, digest: sha256('') },
      });
      raw.run(
        'INSERT INTO ledger SELECT ?, did, reversible, reverses, ?, ? FROM ledger WHERE seq = ?',
        last + 1,
        body,
        sha256(body),
        last,
      );
    },
  ],
  [
    'a line says another call than it was',
    'an entry is shown otherwise than it was written',
    (raw) => raw.run("UPDATE ledger SET did = 'evidence.receive' WHERE did = 'finding.record'"),
  ],
  [
    'a line is made one that cannot be reversed',
    'an entry is shown otherwise than it was written',
    (raw) => raw.run("UPDATE ledger SET reversible = 0 WHERE did = 'finding.record'"),
  ],
  [
    'a line is made the reversal of another',
    'an entry is shown otherwise than it was written',
    (raw) => raw.run('UPDATE ledger SET reverses = 2 WHERE seq = 4'),
  ],
  [
    'a line is given to another case',
    'an entry belongs to another case',
    (raw) => rewrite(raw, 3, (line) => Object.assign(line, { case: 'another' })),
  ],
  // What changed
  [
    'the text before a change is reworded',
    'a recorded change was altered',
    (raw) => raw.run(`UPDATE ledger_change SET after = replace(after, 'cropped', 'whole') WHERE tbl = 'finding'`),
  ],
  [
    'a recorded change is taken out',
    'changes of an entry are missing or added',
    (raw) => raw.run("DELETE FROM ledger_change WHERE tbl = 'finding'"),
  ],
  [
    'a recorded change is added',
    'changes of an entry are missing or added',
    (raw) =>
      raw.run(
        "INSERT INTO ledger_change SELECT seq, 99, tbl, row_id, before, after FROM ledger_change WHERE tbl = 'finding'",
      ),
  ],
  [
    'a change is put under no line',
    'a change stands under no entry',
    (raw) =>
      raw.run(
        "INSERT INTO ledger_change SELECT 9999, 0, tbl, row_id, before, after FROM ledger_change WHERE tbl = 'finding'",
      ),
  ],
  // Rows
  [
    'a finding is reworded',
    'a record differs from what the evidence record says',
    (raw) => raw.run("UPDATE finding SET reasons = 'The thread is whole.'"),
  ],
  [
    'a finding is turned round',
    'a record differs from what the evidence record says',
    (raw) => raw.run("UPDATE finding SET fact = 'proved', policy = 'breach'"),
  ],
  [
    'a person is renamed',
    'a record differs from what the evidence record says',
    (raw) => raw.run("UPDATE person SET name = 'Mark Dubois' WHERE number = 1"),
  ],
  [
    'a link is withdrawn',
    'a record differs from what the evidence record says',
    (raw) => raw.run('UPDATE mapping SET withdrawn = 1'),
  ],
  ['a link is deleted', 'a record was removed', (raw) => raw.run('DELETE FROM mapping')],
  [
    'a fact is added',
    'a record was added outside the evidence record',
    (raw) => raw.run("INSERT INTO fact (id, words, at, by) VALUES ('x', 'He admitted it.', 'now', 'me')"),
  ],
  [
    'the moment of receipt is moved',
    'a record differs from what the evidence record says',
    (raw) => raw.run("UPDATE evidence SET received_at = '2020-01-01T00:00:00Z' WHERE number = 1"),
  ],
  [
    'a source is pointed at other bytes',
    'a record differs from what the evidence record says',
    (raw) => raw.run("UPDATE evidence SET sha256 = ? WHERE name = 'one.txt'", contentOf(raw, 'two.txt')),
  ],
  ['a source is deleted', 'a record was removed', (raw) => raw.run("DELETE FROM evidence WHERE name = 'large.bin'")],
  [
    'the district’s settings are exchanged',
    'a record differs from what the evidence record says',
    (raw) => raw.run("UPDATE case_info SET district = json_set(district, '$.name', 'Elsewhere')"),
  ],
  [
    'an exhibit changes its number',
    'a record differs from what the evidence record says',
    (raw) => raw.run('UPDATE exhibit SET number = 7 WHERE number = 1'),
  ],
  [
    'an outcome is made good',
    'a record differs from what the evidence record says',
    (raw) =>
      raw.run("UPDATE reading SET outcome = replace(outcome, 'rejected', 'imported') WHERE outcome LIKE '%rejected%'"),
  ],
  // Items
  [
    'an item’s words are changed in the table',
    'an item is shown otherwise than it was read',
    (raw) => raw.run("UPDATE item SET text = 'Posted at home' WHERE number = 1"),
  ],
  [
    'an item’s author is changed in the table',
    'an item is shown otherwise than it was read',
    (raw) => raw.run("UPDATE item SET author = 'dubois' WHERE number = 1"),
  ],
  [
    'an item’s time is changed in the table',
    'an item is shown otherwise than it was read',
    (raw) => raw.run("UPDATE item SET sort_time = '2026-03-10T18:42:00' WHERE number = 1"),
  ],
  [
    'an item’s names for the search are changed',
    'an item is shown otherwise than it was read',
    (raw) => raw.run("UPDATE item SET people = '' WHERE number = 1"),
  ],
  [
    'an item is changed whole',
    'an item was altered',
    (raw) =>
      raw.run(
        "UPDATE item SET text = 'Posted at home', body = json_set(body, '$.text', 'Posted at home') WHERE number = 1",
      ),
  ],
  [
    'an item is changed whole, digest and all',
    'items of an entry were altered',
    (raw) => {
      raw.run(
        "UPDATE item SET text = 'Posted at home', body = json_set(body, '$.text', 'Posted at home') WHERE number = 1",
      );
      raw.run(
        'UPDATE item SET digest = ? WHERE number = 1',
        sha256(raw.text('SELECT body FROM item WHERE number = 1')),
      );
    },
  ],
  [
    'an item is moved to another source',
    'items of an entry were altered',
    (raw) => raw.run("UPDATE item SET evidence_id = (SELECT id FROM evidence WHERE name = 'two.txt') WHERE number = 1"),
  ],
  [
    'an item takes another’s id',
    'items of an entry were altered',
    (raw) => raw.run("UPDATE item SET id = 'x' WHERE number = 1"),
  ],
  [
    'an item is moved within its source',
    'items of an entry were altered',
    (raw) => raw.run('UPDATE item SET ordinal = 9 WHERE number = 1'),
  ],
  [
    'an item takes another number',
    'items of an entry were altered',
    (raw) => raw.run('UPDATE item SET number = 0 WHERE number = 1'),
  ],
  [
    'an item is taken out',
    'items of an entry are missing or added',
    (raw) => raw.run('DELETE FROM item WHERE number = 2'),
  ],
  [
    'an item is put under no line',
    'items of an entry are missing or added',
    (raw) => raw.run('UPDATE item SET seq = 9999 WHERE number = 2'),
  ],
  [
    'an item is hidden from the search',
    'an item is missing from the search',
    (raw) =>
      raw.run(
        `INSERT INTO item_words (item_words, rowid, text, title, people)
         SELECT 'delete', number, text, title, people FROM item WHERE number = 1`,
      ),
  ],
  // Bytes
  [
    'two sources exchange their bytes',
    'source bytes differ',
    (raw) => {
      const [one, two] = [contentOf(raw, 'one.txt'), contentOf(raw, 'two.txt')];
      raw.run("UPDATE content_chunk SET sha256 = 'x' WHERE sha256 = ?", one);
      raw.run('UPDATE content_chunk SET sha256 = ? WHERE sha256 = ?', one, two);
      raw.run("UPDATE content_chunk SET sha256 = ? WHERE sha256 = 'x'", two);
    },
  ],
  [
    'one byte in the second chunk of a source changes',
    'source bytes differ',
    (raw) => {
      const sha = contentOf(raw, 'large.bin');
      const data = raw.db
        .prepare('SELECT data FROM content_chunk WHERE sha256 = ? AND ordinal = 1')
        .pluck()
        .get(sha) as Buffer;
      data.writeUInt8((data.at(500_000) ?? 0) ^ 1, 500_000);
      raw.run('UPDATE content_chunk SET data = ? WHERE sha256 = ? AND ordinal = 1', data, sha);
    },
  ],
  [
    'a chunk is taken out',
    'source bytes differ',
    (raw) => raw.run('DELETE FROM content_chunk WHERE sha256 = ? AND ordinal = 1', contentOf(raw, 'large.bin')),
  ],
  [
    'a compressed chunk no longer unpacks',
    'source bytes differ',
    (raw) => raw.run("UPDATE content_chunk SET data = x'ffffff' WHERE encoding = 'deflate'"),
  ],
  [
    'the bytes of a document are exchanged',
    'source bytes differ',
    (raw) =>
      raw.run(
        "UPDATE content_chunk SET data = ?, encoding = 'deflate' WHERE sha256 = (SELECT output_sha256 FROM document) AND ordinal = 0",
        deflateRawSync('%PDF another'),
      ),
  ],
  [
    'a document is pointed at other bytes',
    'a record differs from what the evidence record says',
    (raw) => raw.run('UPDATE document SET output_sha256 = input_sha256'),
  ],
  [
    'a document prints another fingerprint',
    'a record differs from what the evidence record says',
    (raw) => raw.run('UPDATE document SET fingerprint = ?', 'f'.repeat(64)),
  ],
  [
    'bytes are hidden beside a source',
    'bytes were added outside the evidence record',
    (raw) => raw.run("INSERT INTO content_chunk SELECT sha256, 7, 'raw', x'00' FROM content LIMIT 1"),
  ],
  [
    'bytes are hidden under a name of their own',
    'bytes were added outside the evidence record',
    (raw) => {
      const secret = randomBytes(10);
      raw.run('INSERT INTO content VALUES (?, 10, 1)', sha256(secret));
      raw.run("INSERT INTO content_chunk VALUES (?, 0, 'raw', ?)", sha256(secret), secret);
    },
  ],
  // Signatures
  ['a checkpoint is taken out', 'a checkpoint is missing', (raw) => raw.run('DELETE FROM checkpoint WHERE seq = 5')],
  [
    'the last checkpoint is taken out',
    'the end of the evidence record is not signed',
    (raw) => raw.run('DELETE FROM checkpoint WHERE seq = ?', lastOf(raw)),
  ],
  [
    'a checkpoint is reworded',
    'a checkpoint was changed',
    (raw) => raw.run("UPDATE checkpoint SET body = replace(body, 'entries', 'entrees') WHERE seq = 5"),
  ],
  [
    'a signature is exchanged',
    'a signature does not hold',
    (raw) =>
      raw.run('UPDATE checkpoint SET signature = (SELECT signature FROM checkpoint WHERE seq = 4) WHERE seq = 5'),
  ],
  [
    'a checkpoint is signed by another key',
    'a signature does not hold',
    (raw) => {
      const { privateKey } = generateKeyPairSync('ed25519');
      const body = raw.text('SELECT body FROM checkpoint WHERE seq = ?', lastOf(raw));
      raw.run(
        'UPDATE checkpoint SET signature = ? WHERE seq = ?',
        sign(null, Buffer.from(body), privateKey).toString('base64'),
        lastOf(raw),
      );
    },
  ],
  ['the whole record is signed anew with a key put in the place of the first', 'a public key was exchanged', resign],
  [
    'a public key cannot be read any more',
    'a public key cannot be read',
    (raw) => raw.run("UPDATE actor SET public_key = 'none'"),
  ],
  [
    'the acting person is renamed',
    'a record differs from what the evidence record says',
    (raw) => raw.run("UPDATE actor SET name = 'Nobody'"),
  ],
  ['the record is emptied', 'a change stands under no entry', (raw) => raw.run('DELETE FROM ledger')],
];

/** A new key, every checkpoint made and signed anew by it, under the old key's name. */
function resign(raw: RawCase): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  raw.run('UPDATE actor SET public_key = ?', publicKey.export({ type: 'spki', format: 'pem' }).toString());
  let previous = '0'.repeat(64);
  for (const row of raw.all('SELECT seq, body FROM checkpoint ORDER BY seq')) {
    const body = String(row['body']).replace(/^previous .*$/m, `previous ${previous}`);
    previous = sha256(body);
    const signature = sign(null, Buffer.from(body), privateKey).toString('base64');
    raw.run(
      'UPDATE checkpoint SET body = ?, signature = ?, fingerprint = ? WHERE seq = ?',
      body,
      signature,
      previous,
      row['seq'],
    );
  }
}
