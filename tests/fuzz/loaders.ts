import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EvenhandError } from '../../src/contract/errors.ts';
import { checkPackText } from '../../src/engine/agreement/index.ts';
import { toRecoveryKey } from '../../src/engine/case-file/index.ts';
import { readDistrictFile } from '../../src/engine/district/index.ts';
import { sealKey, unsealKey } from '../../src/engine/locks/index.ts';
import { readPack } from '../../src/engine/policy/index.ts';
import { checkTimeStamp, StampRefused } from '../../src/verifier/index.ts';
import { resourcesDir } from '../engine/desk.ts';
import type { Seed } from './seed-files.ts';

/** Something that takes a file from outside in the engine's own process: it may refuse, and nothing else. */
export interface Loader {
  readonly id: string;
  readonly seeds: () => readonly Seed[];
  /** @throws whatever is a finding */
  readonly take: (bytes: Uint8Array) => void;
}

function yamlBelow(folder: string): readonly Seed[] {
  const root = join(resourcesDir, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, bytes: readFileSync(join(root, name)) }));
}

/** A refusal in words is what such a file gets. */
function refusedInWords(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof EvenhandError) && !(error instanceof StampRefused)) throw error;
  }
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const escrow = generateKeyPairSync('x25519');
const privateKey = escrow.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function sealed(): string {
  const about = { caseId: 'case-1', caseNumber: '2026-0001', sealedAt: '2026-03-10T10:00:00Z' };
  return sealKey(toRecoveryKey(new Uint8Array(32)), { holder: 'District', publicKey: escrow.publicKey }, about);
}

const signedShape = JSON.stringify({
  format: 'evenhand-district@1',
  body: JSON.stringify({ district: {}, agreements: [], calendar: null, confirmations: [] }),
  signature: { algorithm: 'Ed25519', publicKey: 'x', keyId: 'y', value: 'z' },
});

export const loaders: readonly Loader[] = [
  {
    id: 'agreement-pack',
    seeds: () => [...yamlBelow('agreements'), ...yamlBelow('districts')],
    take: (bytes) => void checkPackText(text(bytes), { packs: [], calendars: [] }),
  },
  { id: 'policy-pack', seeds: () => yamlBelow('policies'), take: (bytes) => void readPack(text(bytes), 'a pack') },
  {
    id: 'district-file',
    seeds: () => [{ name: 'district', bytes: Buffer.from(signedShape) }],
    take: (bytes) => refusedInWords(() => readDistrictFile(text(bytes))),
  },
  {
    id: 'sealed-key',
    seeds: () => [{ name: 'sealed', bytes: Buffer.from(sealed()) }],
    take: (bytes) => refusedInWords(() => unsealKey(text(bytes), privateKey)),
  },
  {
    id: 'time-stamp',
    seeds: () => [{ name: 'answer', bytes: Buffer.from('30820003020100', 'hex') }],
    take: (bytes) => refusedInWords(() => checkTimeStamp(bytes, 'a'.repeat(64), Buffer.from('3003020101', 'hex'))),
  },
];
