import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { z } from 'zod';
import { EvenhandError, raise } from '../../contract/errors.ts';
import { fromRecoveryKey, toRecoveryKey } from '../case-file/index.ts';

const FORMAT = 'evenhand-escrow@1';
const TAG_BYTES = 16;
const Sealed = z.strictObject({
  format: z.literal(FORMAT),
  caseId: z.string(),
  caseNumber: z.string(),
  sealedAt: z.string(),
  holder: z.string(),
  /** Id of the escrow key, and the one-time public key, SPKI in base64. */
  escrowKey: z.string(),
  oneTimeKey: z.string(),
  iv: z.string(),
  box: z.string(),
  tag: z.string(),
});

/** The first 32 hex digits of SHA-256 over the public key (SPKI, DER), as for signing keys. */
export function escrowKeyId(publicKey: KeyObject): string {
  return createHash('sha256').update(derOf(publicKey)).digest('hex').slice(0, 32);
}

/** A district's escrow key pair, PEM. The private half is kept by two people, away from the computers with cases. */
export function newEscrowKey(): { readonly publicKey: string; readonly privateKey: string; readonly id: string } {
  const pair = generateKeyPairSync('x25519');
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    id: escrowKeyId(pair.publicKey),
  };
}

/** @throws bad-input for a key that is none */
export function escrowPublicKey(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'x25519') return key;
  } catch {
    // Said below, in words.
  }
  raise('bad-input', { why: 'the escrow key of the district’s settings is no X25519 public key.' });
}

/**
 * Seals a case's key: X25519 with a one-time key, HKDF-SHA-256, AES-256-GCM. Only the private half of the district's key
 * opens it; docs/case-file.md describes the file.
 */
export function sealKey(
  recoveryKey: string,
  to: { readonly holder: string; readonly publicKey: KeyObject },
  about: { readonly caseId: string; readonly caseNumber: string; readonly sealedAt: string },
): string {
  const secret = fromRecoveryKey(recoveryKey);
  if (secret === null) throw new Error('broken belief: a key reads back');
  const once = generateKeyPairSync('x25519');
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: to.publicKey });
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', boxKey(shared, once.publicKey, to.publicKey), iv, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(about.caseId, 'utf8'));
  const box = Buffer.concat([cipher.update(secret), cipher.final()]);
  const sealed: z.infer<typeof Sealed> = {
    format: FORMAT,
    ...about,
    holder: to.holder,
    escrowKey: escrowKeyId(to.publicKey),
    oneTimeKey: derOf(once.publicKey).toString('base64'),
    iv: iv.toString('base64'),
    box: box.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
  return `${JSON.stringify(sealed, null, 2)}\n`;
}

/** @returns the recovery key of the case. @throws escrow-refused */
export function unsealKey(sealedText: string, privateKeyPem: string): string {
  const sealed = Sealed.safeParse(parsedJson(sealedText));
  if (!sealed.success) raise('escrow-refused', { why: 'the file is no sealed key' });
  const { escrowKey, oneTimeKey, iv, box, tag, caseId } = sealed.data;
  const privateKey = privateKeyOf(privateKeyPem);
  const publicKey = createPublicKey(privateKey);
  if (escrowKeyId(publicKey) !== escrowKey) {
    raise('escrow-refused', { why: `it was sealed for the key ${escrowKey}, and this is ${escrowKeyId(publicKey)}` });
  }
  try {
    const once = createPublicKey({ key: Buffer.from(oneTimeKey, 'base64'), format: 'der', type: 'spki' });
    const key = boxKey(diffieHellman({ privateKey, publicKey: once }), once, publicKey);
    // Of its full length only: a shortened tag is guessed in a few thousand tries.
    const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(caseId, 'utf8'));
    cipher.setAuthTag(Buffer.from(tag, 'base64'));
    return toRecoveryKey(Buffer.concat([cipher.update(Buffer.from(box, 'base64')), cipher.final()]));
  } catch (error) {
    throw new EvenhandError('escrow-refused', { why: 'the sealed file was changed' }, error);
  }
}

function boxKey(shared: Buffer, once: KeyObject, to: KeyObject): Buffer {
  const salt = Buffer.concat([derOf(once), derOf(to)]);
  return Buffer.from(hkdfSync('sha256', shared, salt, FORMAT, 32));
}

function derOf(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' });
}

function privateKeyOf(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'x25519') return key;
  } catch {
    // Said below, in words.
  }
  raise('escrow-refused', { why: 'the key file is no X25519 private key' });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
