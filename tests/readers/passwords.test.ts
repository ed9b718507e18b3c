import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { legacyOffice } from '../../src/engine/intake/readers/legacy-office.ts';
import { pdfDocument } from '../../src/engine/intake/readers/pdf-document.ts';
import type { Reader } from '../../src/engine/intake/readers/reader.ts';
import { sevenZipArchive } from '../../src/engine/intake/readers/seven-zip-archive.ts';
import { writeCompoundFile } from '../../src/engine/intake/readers/shared/container/write-compound-file.ts';
import { zipArchive } from '../../src/engine/intake/readers/zip-archive.ts';
import { type Collected, readWith } from './made/collect.ts';
import { makeDocx, paragraph } from './made/office.ts';
import { makePdf } from './made/pdfs.ts';
import { makeSevenZip } from './made/seven-zips.ts';

const words = 'kept behind a password '.repeat(40);

const open = (reader: Reader, content: Uint8Array, name: string, password: string): Promise<Collected> =>
  readWith(reader, content, name, { zone: null, ocrLanguages: [], password });

const contents = ({ members }: Collected): unknown =>
  members.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);

const le32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const sha512 = (...parts: Buffer[]): Buffer => createHash('sha512').update(Buffer.concat(parts)).digest();

/** A document encrypted as Office does since 2010 (MS-OFFCRYPTO, agile encryption), with few rounds. */
function lockedDocument(document: Buffer, password: string): Uint8Array {
  const [salt, dataSalt, input, secret] = [16, 16, 16, 32].map((length) => randomBytes(length));
  if (salt === undefined || dataSalt === undefined || input === undefined || secret === undefined)
    throw new Error('four');
  const rounds = 1000;
  let hash = sha512(salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < rounds; round += 1) hash = sha512(le32(round), hash);
  const lock = (key: Buffer, iv: Buffer, bytes: Buffer): Buffer => {
    const filled = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
    const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return Buffer.concat([cipher.update(filled), cipher.final()]);
  };
  const hidden = (purpose: string, bytes: Buffer): string =>
    lock(sha512(hash, Buffer.from(purpose, 'hex')).subarray(0, 32), salt, bytes).toString('base64');
  const common =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const xml = `<?xml version="1.0"?><encryption xmlns="x" xmlns:p="y"><keyData ${common} saltValue="${dataSalt.toString('base64')}"/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${rounds}" ${common} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${hidden('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${hidden('d7aa0f6d3061344e', sha512(input))}" encryptedKeyValue="${hidden('146e0be7abacd0d6', secret)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(document.length));
  const pieces: Buffer[] = [size];
  for (let at = 0, segment = 0; at < document.length; at += 4096, segment += 1) {
    pieces.push(lock(secret, sha512(dataSalt, le32(segment)).subarray(0, 16), document.subarray(at, at + 4096)));
  }
  return writeCompoundFile([
    { name: 'EncryptionInfo', bytes: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml)]) },
    { name: 'EncryptedPackage', bytes: Buffer.concat(pieces) },
  ]);
}

describe('files behind a password', () => {
  test.each([
    ['the old encryption', '-mem=ZipCrypto'],
    ['AES', '-mem=AES256'],
  ])('of a zip archive are taken with the right one and refused with a wrong one (%s)', async (_, how) => {
    const archive = await makeSevenZip({ 'chat.txt': words, 'empty.txt': '' }, ['-tzip', how, '-pOtters 4']);
    const right = await open(zipArchive, archive, 'a.zip', 'Otters 4');
    expect(contents(right)).toContainEqual(['chat.txt', words]);
    expect([right.warnings, right.refusal]).toEqual([[], null]);
    const wrong = await open(zipArchive, archive, 'a.zip', 'otters 4');
    expect(wrong.members.map(({ name }) => name)).not.toContain('chat.txt');
    expect(wrong.refused.map(({ because }) => because).join()).toContain('the password does not open it');
  });

  test('of a 7-Zip archive are taken, also where the names are encrypted', async () => {
    for (const names of ['-mhe=off', '-mhe=on']) {
      const archive = await makeSevenZip({ 'chat.txt': words }, ['-pOtters 4', names]);
      expect(contents(await open(sevenZipArchive, archive, 'a.7z', 'Otters 4'))).toEqual([['chat.txt', words]]);
      const wrong = await open(sevenZipArchive, archive, 'a.7z', 'no');
      expect([wrong.members, wrong.refusal]).toEqual([[], expect.stringContaining('password does not open')]);
    }
  });

  test('in a PDF are read', async () => {
    const pdf = makePdf({ pages: [['kept behind a password']], password: 'Otters 4' });
    const right = await open(pdfDocument, pdf, 'a.pdf', 'Otters 4');
    expect(right.items[0]?.text).toContain('kept behind a password');
    expect(right.facts.encrypted).toBe(true);
    expect((await open(pdfDocument, pdf, 'a.pdf', 'no')).refusal).toContain('password does not open');
  });

  test('of a Word document come out as the document that it is', async () => {
    const document = makeDocx({ body: paragraph(words) });
    const locked = lockedDocument(document, 'Otters 4');
    const right = await open(legacyOffice, locked, 'letter.docx', 'Otters 4');
    expect(right.members.map(({ name, bytes }) => [name, Buffer.from(bytes).equals(document)])).toEqual([
      ['letter.docx', true],
    ]);
    expect((await open(legacyOffice, locked, 'letter.docx', 'no')).refusal).toContain('password does not open');
    expect((await readWith(legacyOffice, locked, 'letter.docx')).refusal).toContain('password');
  });
});
