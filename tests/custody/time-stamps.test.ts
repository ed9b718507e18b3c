import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTimeStamp } from '../../src/verifier/index.ts';
import { Desk } from '../engine/desk.ts';
import { check, exportTo, filesOf, hasTools, shell } from './copy-desk.ts';
import { tamper, verify } from './raw-case.ts';

const hasAuthority = hasTools && spawnSync('openssl', ['ts', '-help']).status === 0;

const settings = `
[ tsa ]
default_tsa = test
[ test ]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
ess_cert_id_alg = sha256
`;

describe.skipIf(!hasAuthority)('time-stamps of an authority, here one that openssl makes', () => {
  const desk = new Desk();
  const authority = desk.at('authority');
  const run = (commands: string) => {
    const { status, output } = shell(authority, commands);
    if (status !== 0) throw new Error(output);
    return output;
  };
  const answer = (request: string, response: string) =>
    run(`openssl ts -reply -config ts.cnf -queryfile '${request}' -out '${response}' -inkey tsa.key -signer tsa.pem`);

  beforeAll(async () => {
    desk.write('authority/ts.cnf', settings);
    desk.write('authority/serial', '01\n');
    desk.write('authority/usage', 'extendedKeyUsage = critical,timeStamping\n');
    run(`openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj '/CN=Test authority root' -days 30
      openssl req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj '/CN=Test time-stamps/O=Sample'
      openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -days 30 -extfile usage`);
    await desk.newCase();
    await desk.ask('fact.record', { itemId: null, words: 'The first fact.' });
  }, 60_000);
  afterAll(() => desk.end());

  test('a request is a file that the authority reads, over the fingerprint at the record’s end', async () => {
    const fingerprint = await desk.fingerprint();
    const stamp = await desk.ask('timestamp.request', { path: desk.at('one.tsq') });
    expect(stamp).toMatchObject({ number: 1, fingerprint, stampedAt: null });
    const text = run(`openssl ts -query -in '${desk.at('one.tsq')}' -text`);
    expect(text.replace(/[^0-9a-f]/g, '')).toContain(fingerprint.slice(0, 32));
    expect(text).toContain('Hash Algorithm: sha256');
    expect(text).toMatch(/Certificate required: yes/);
    expect((await desk.refused('timestamp.request', { path: desk.at('one.tsq') })).kind).toBe('stamp-file');
    expect(await desk.ask('timestamp.list', {})).toHaveLength(1);
  });

  test('its answer is taken, kept and told; an answer to another request, or to other bytes, is not', async () => {
    const [stamp] = await desk.ask('timestamp.list', {});
    const id = stamp?.id ?? '';
    await desk.ask('timestamp.request', { path: desk.at('two.tsq') });
    answer(desk.at('two.tsq'), desk.at('two.tsr'));
    run(`printf x > bytes; openssl ts -query -data bytes -sha256 -cert -out other.tsq`);
    answer(join(authority, 'other.tsq'), desk.at('other.tsr'));
    answer(desk.at('one.tsq'), desk.at('one.tsr'));
    for (const [file, why] of [
      ['two.tsr', 'about other bytes'],
      ['other.tsr', 'about other bytes'],
      ['one.tsq', 'no'],
    ] as const) {
      const error = await desk.refused('timestamp.attach', { id, path: desk.at(file) });
      expect(error.kind).toBe('stamp-refused');
      expect(error.title).toContain(why);
    }
    expect((await desk.refused('timestamp.attach', { id, path: desk.at('none.tsr') })).kind).toBe('stamp-file');
    const kept = await desk.ask('timestamp.attach', { id, path: desk.at('one.tsr') });
    expect(kept.stampedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(kept.authority).toContain('Test time-stamps');
    expect((await desk.refused('timestamp.attach', { id, path: desk.at('one.tsr') })).kind).toBe('stamp-answered');
  });

  test('an answer of which any bit flipped is refused, or says the same', async () => {
    const response = readFileSync(desk.at('one.tsr'));
    const request = readFileSync(desk.at('one.tsq'));
    const [stamp] = await desk.ask('timestamp.list', {});
    const { fingerprint = '' } = stamp ?? {};
    const whole = checkTimeStamp(response, fingerprint, request);
    let refused = 0;
    for (let at = 0; at < response.length; at += 7) {
      const damaged = Buffer.from(response);
      damaged.writeUInt8((damaged.at(at) ?? 0) ^ 4, at);
      try {
        expect(checkTimeStamp(damaged, fingerprint, request).stampedAt, `byte ${at}`).toBe(whole.stampedAt);
      } catch {
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(100);
    for (const cut of [0, 1, 5, 100, response.length - 1]) {
      expect(() => checkTimeStamp(response.subarray(0, cut), fingerprint, request)).toThrow();
    }
    // The same bytes, stamped for a request with another nonce.
    run(`openssl ts -query -digest ${fingerprint} -sha256 -cert -out again.tsq`);
    answer(join(authority, 'again.tsq'), desk.at('again.tsr'));
    expect(() => checkTimeStamp(readFileSync(desk.at('again.tsr')), fingerprint, request)).toThrow('another request');
  });

  test('a copy carries it, and openssl tests it with the certificate that one trusts', async () => {
    const folder = await exportTo(desk, 'full');
    expect((await check(folder)).firstProblem).toBeNull();
    const response = filesOf(folder).find((path) => path.endsWith('.tsr')) ?? '';
    const point = `data/record/signed/${response.slice(-12, -6)}.txt`;
    expect(existsSync(join(folder, point))).toBe(true);
    const tested = shell(folder, `openssl ts -verify -data ${point} -in ${response} -CAfile '${authority}/ca.pem'`);
    expect(tested.output).toContain('Verification: OK');
    writeFileSync(join(folder, point), 'something else');
    expect(
      shell(folder, `openssl ts -verify -data ${point} -in ${response} -CAfile '${authority}/ca.pem'`).status,
    ).not.toBe(0);
  });

  test('who was told a fingerprint stands in the copy’s statement', async () => {
    const [given] = await desk.ask('fingerprint.give', {
      fingerprint: (await desk.fingerprint()).slice(0, 16),
      to: 'Rosa Delgado, union representative',
      how: 'read out on the telephone',
      givenAt: '2026-03-11T09:00:00-04:00',
    });
    expect(given).toMatchObject({ to: 'Rosa Delgado, union representative' });
    const folder = await exportTo(desk, 'counsel', 'told');
    expect(readFileSync(join(folder, 'data/custody-statement.txt'), 'utf8')).toContain(
      'Rosa Delgado, union representative',
    );
    const wrong = { to: 'x', how: 'x', givenAt: '2026-03-11T09:00:00-04:00' };
    for (const fingerprint of ['f'.repeat(64), 'abc', '']) {
      expect((await desk.refused('fingerprint.give', { ...wrong, fingerprint })).kind).toBe('not-found');
    }
  });

  test('the check of the case holds it, and finds one that was exchanged', async () => {
    await desk.ask('case.close', {});
    expect(verify(desk.path).firstProblem).toBeNull();
    tamper(desk.path, (raw) =>
      raw.run("UPDATE time_stamp SET stamped_at = '2020-01-01T00:00:00Z' WHERE response IS NOT NULL"),
    );
    expect(verify(desk.path).ok).toBe(false);
  });
});
