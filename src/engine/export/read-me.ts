import type { Withheld } from '../../contract/custody.ts';
import type { Given } from './given.ts';
import type { Lists } from './lists.ts';
import { momentWords } from './moment-words.ts';

export interface CopyFacts {
  readonly title: string;
  readonly caseNumber: string;
  readonly audience: string;
  readonly to: string | null;
  readonly at: string;
  readonly by: string;
  readonly entries: number;
  readonly fingerprint: string;
  readonly version: string;
}

/** `READ-ME-FIRST.txt`: what this is, how to check it with and without a program, what the check says and what not. */
export function readMe(facts: CopyFacts): string {
  const whole = facts.audience === 'full' || facts.audience === 'counsel';
  return `${facts.title.toUpperCase()} OF CASE ${facts.caseNumber}

Made on ${momentWords(facts.at)} by ${facts.by}${facts.to === null ? '' : `\nfor ${facts.to}`}.
It goes as far as line ${facts.entries} of the evidence record.
Fingerprint there: ${facts.fingerprint}

THIS FOLDER IS NOT ENCRYPTED. Whoever has it can read all of it${whole ? ', students’ names among it' : ''}. Keep it as
you would keep the case itself.

WHAT IS IN IT
  data/originals/     the sources, byte for byte as they were received; data/originals.json says what each one is
  data/documents/     the issued documents; data/documents.json says what each one is
  data/record/        the evidence record: ledger.jsonl has a line for every change of the case, items.jsonl what was
                      read from the sources, checkpoints.jsonl the signatures, keys/ the public keys, signed/ the
                      checkpoints whose fingerprints left the building
  data/records/       what the case says now, a file for each table
  data/lists.json     what was relied on, considered, contrary and withheld, with the sum
  data/custody-statement.txt    who received which fingerprint and when, and what all this does not prove
  data/for-the-hearing.txt      one page that explains it
  signed/             the line of the record that names this copy, with its signature

CHECK IT WITH A BROWSER
  Open check-this-copy.html with a double click, type the fingerprint that stands in the first notice you received, and
  give the page this folder. It works without a network.

CHECK IT WITH NODE (18 or newer)
  node check-this-copy.mjs --expect FINGERPRINT

CHECK IT WITH NEITHER, in this folder (openssl 3 and the usual tools):

  openssl pkeyutl -verify -pubin -inkey signed-by.pem -rawin -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig
  sha256sum --strict --quiet -c tagmanifest-sha256.txt
  sha256sum --strict --quiet -c manifest-sha256.txt

  (On a Mac: shasum -a 256 in the place of sha256sum.) The first says that this list of files was signed, the second and
  third that every file is the one that was listed. No word from the last two is good news.

  Whose key it was: this prints the key's id, which the person who made the copy can read out to you.

  openssl pkey -pubin -in signed-by.pem -outform DER | openssl dgst -sha256 -r | cut -c1-32

  That a fingerprint printed earlier belongs to this record: the first command finds its file, the second tests the
  signature (put the file's number in the place of 000001).

  sha256sum data/record/signed/*.txt
  openssl pkeyutl -verify -pubin -inkey "data/record/keys/$(sed -n 's/^key //p' data/record/signed/000001.txt).pem" -rawin -in data/record/signed/000001.txt -sigfile data/record/signed/000001.sig

  That a time-stamping authority saw a fingerprint, where data/record/time-stamps is there (its certificate in ca.pem):

    openssl ts -verify -data data/record/signed/000001.txt -in data/record/time-stamps/000001-1.tsr -CAfile ca.pem

  That the record names this very copy: all three lines must say the same twice.

  sha256sum signed/entry.json; grep '^head ' signed/checkpoint.txt
  sha256sum manifest-sha256.txt; grep -o '"manifest_sha256":"[0-9a-f]*"' signed/copy.json
  sha256sum signed/copy.json; grep -o '"table":"copy_made"[^}]*"after":"[0-9a-f]*"' signed/entry.json

WHAT THE RESULT SAYS
  “Unchanged since” a day: every source, every line and every document in this folder is as it was recorded on that day.
  Nobody who checks can say more: not that a post is genuine or complete, not who typed it, and not that nothing was left
  out or made anew before the first fingerprint left the building.

Files whose names end in .original came as programs or pages, or as something unknown. They were not changed. Open them
only with a program that you trust with them.

The format is described byte by byte in Evenhand's docs/custody.md. Written by Evenhand ${facts.version}.
`;
}

/** `data/custody-statement.txt`. */
export function custodyStatement(
  facts: CopyFacts,
  given: readonly Given[],
  withheld: readonly Withheld[],
  lists: Lists,
): string {
  const receipts = given.map(
    ({ at, to, how, fingerprint, entry }) => `  ${momentWords(at)}: ${to}\n    ${how}; line ${entry}, ${fingerprint}`,
  );
  const left = withheld.map(({ kind, ground, count }) => `  ${count} × ${kind}: ${ground}`);
  return `CUSTODY STATEMENT, CASE ${facts.caseNumber}

How the record is kept. Every change of the case, from the receipt of a file to the issue of a document, wrote one line:
when, by whose key, what was done, and the SHA-256 of everything that it touched, before and after. Each line holds the
SHA-256 of the line before it. After each line its end was signed with the Ed25519 key of the person who acted; that key
lies on that person's computer and never in the case. The SHA-256 of the signed text is the fingerprint which documents
print.

What that shows. A source, a line, an item or a document that was changed, taken out, put in or moved shows. That the
newest lines were cut off, that an older copy was put in the place of the case, or that the whole record was made anew by
somebody who holds the key shows against any fingerprint that left the building before.

What it does not show. That a post is genuine, or complete, or stands in its context. Who typed it. When it was posted,
beyond what the source itself says. That the clock of the computer was right; the order of the lines does not rest on it.
That nothing was left out, or made anew, before the first fingerprint below left the building.

WHO RECEIVED WHICH FINGERPRINT
${receipts.length === 0 ? '  None was recorded before this copy.' : receipts.join('\n')}

WHAT THIS COPY LACKS
${left.length === 0 ? '  Nothing: it is complete.' : left.join('\n')}
  Sources: ${lists.reconciles}.
${withheld.some(({ kind }) => kind === 'entry') ? WITHHELD_LINES : ''}`;
}

const WITHHELD_LINES = `
Of a line that is withheld, its hash is given. The line after it and its own checkpoint name that hash, and both are
signed: the line cannot be exchanged, moved or taken out without showing, although it cannot be read. What stands in this
copy only in words, or with pseudonyms, is vouched for by the signature over the copy.
`;

/** `data/for-the-hearing.txt`: one page for people who decide. */
export function forTheHearing(facts: CopyFacts): string {
  return `HOW THE EVIDENCE WAS KEPT: ONE PAGE FOR THE HEARING. CASE ${facts.caseNumber}

1. Each file was taken in once, as it was. A number was computed from all of its bytes (its SHA-256). Change one letter
   of the file and the number is another. The number was written down in a log at the moment of receipt.

2. The log works like a bound book with numbered pages: every entry carries a number computed from the entry before it.
   A page cannot be torn out, put in or rewritten without every later page showing it.

3. After every entry the book was sealed: signed with a key that only the person who acted holds. The seal has a
   fingerprint of 64 characters. It is printed at the foot of the notices and reports.

4. When a notice went to the employee and the union, its fingerprint left the building. From that day on, nobody, the
   district included, could rewrite what was in the book without contradicting the paper in other people's hands.

5. Anybody can check this today with the folder on the stick: with a browser, without the program that made it, without
   a network, in minutes. The fingerprint to use is the one in the oldest paper that you received yourself.

6. The check answers one question: is this what was recorded then? It does not answer whether a post is genuine, whether
   a picture is complete, who held the phone, or whether the finding is right. Those are for the hearing.

If a check fails it names the first place that does not fit. Then ask for the other copies of the case, compare the oldest
fingerprints, and rely on nothing after that place until it is explained.

This copy: ${facts.title.toLowerCase()}, made on ${momentWords(facts.at)} by ${facts.by}, as far as line ${facts.entries}.
Fingerprint: ${facts.fingerprint}
`;
}

/** `bag-info.txt` (RFC 8493, 2.2.2). */
export function bagInfo(facts: CopyFacts, payload: { readonly files: number; readonly bytes: number }): string {
  const lines = {
    'Bagging-Date': facts.at.slice(0, 10),
    'Payload-Oxum': `${payload.bytes}.${payload.files}`,
    'Bag-Software-Agent': `Evenhand ${facts.version}`,
    'External-Identifier': facts.caseNumber,
    'External-Description': facts.title,
    'Evenhand-Audience': facts.audience,
    'Evenhand-Recipient': facts.to ?? 'not named',
    'Evenhand-Made-By': facts.by,
    'Evenhand-Entries': String(facts.entries),
    'Evenhand-Fingerprint': facts.fingerprint,
  };
  return Object.entries(lines)
    .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ')}\n`)
    .join('');
}
