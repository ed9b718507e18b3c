import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './write-whole.ts';

/** Who acts: a name, a role and an Ed25519 key that lives on this computer and never in a case file. */
export interface Actor {
  readonly name: string;
  readonly role: string;
  /** The first 32 hex digits of SHA-256 over the public key (SPKI, DER). */
  readonly keyId: string;
  readonly publicKeyPem: string;
  /** Ed25519 signature over the UTF-8 bytes, base64. */
  sign(text: string): string;
}

const Stored = z.strictObject({ name: z.string(), role: z.string(), privateKey: z.string() });

/** The identity of this computer, made at first use from the system's user name. */
export function ownIdentity(profileDir: string, userName: string): Actor {
  return loadIdentity(profileDir, 'own') ?? makeIdentity(profileDir, 'own', userName, 'Investigator');
}

/** An identity named by `--by "Name, role"`; its key is made at first use and kept beside this computer's own. */
export function namedIdentity(profileDir: string, name: string, role: string): Actor {
  const slot = createHash('sha256').update(`${name}\n${role}`).digest('hex').slice(0, 16);
  return loadIdentity(profileDir, slot) ?? makeIdentity(profileDir, slot, name, role);
}

/** Gives this computer's identity another name; the key stays, since earlier lines were signed by it. */
export function renameOwnIdentity(profileDir: string, name: string, role: string): Actor {
  const path = pathOf(profileDir, 'own');
  const stored = existsSync(path) ? Stored.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
  if (stored === null) return makeIdentity(profileDir, 'own', name, role);
  store(profileDir, 'own', { ...stored, name, role });
  return actorOf({ ...stored, name, role });
}

function loadIdentity(profileDir: string, slot: string): Actor | null {
  const path = pathOf(profileDir, slot);
  if (!existsSync(path)) return null;
  return actorOf(Stored.parse(JSON.parse(readFileSync(path, 'utf8'))));
}

function makeIdentity(profileDir: string, slot: string, name: string, role: string): Actor {
  const { privateKey } = generateKeyPairSync('ed25519');
  const stored = { name, role, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
  store(profileDir, slot, stored);
  return actorOf(stored);
}

function store(profileDir: string, slot: string, stored: z.infer<typeof Stored>): void {
  writeWhole(pathOf(profileDir, slot), JSON.stringify(stored));
}

function pathOf(profileDir: string, slot: string): string {
  return join(profileDir, 'identities', `${slot}.json`);
}

function actorOf(stored: z.infer<typeof Stored>): Actor {
  const privateKey = createPrivateKey(stored.privateKey);
  const publicKey = createPublicKey(privateKey);
  return {
    name: stored.name,
    role: stored.role,
    keyId: keyIdOf(publicKey),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  };
}

function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32);
}
