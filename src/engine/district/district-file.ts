import { createHash, createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { CarriedConfirmation } from '../../contract/agreement-shelf.ts';
import { Timestamp } from '../../contract/case.ts';
import { District } from '../../contract/district.ts';
import { EvenhandError, raise } from '../../contract/errors.ts';
import { StepCalendar } from '../../contract/steps.ts';
import { sha256Of, type WritableDb } from '../case-file/index.ts';
import type { Actor } from '../custody/index.ts';
import { type Kept, keepCalendar, keepConfirmation, keepPack, keptConfirmations } from './kept.ts';

/** First words of a signed district file; a settings file by hand is YAML and never begins so. */
const FORMAT = 'evenhand-district@1';

/** What a district hands to those who investigate: settings, agreements, calendar, confirmations. */
const DistrictBundle = z.strictObject({
  district: District,
  agreements: z.array(z.strictObject({ id: z.string(), version: z.string(), yaml: z.string() })),
  calendar: StepCalendar.nullable(),
  confirmations: z.array(CarriedConfirmation),
  /** Policies that do not come with Evenhand, each with the text it quotes. */
  policies: z
    .array(z.strictObject({ policy: z.string(), version: z.string(), yaml: z.string(), source: z.string() }))
    .default([]),
  signedBy: z.strictObject({ name: z.string(), role: z.string() }),
  signedAt: Timestamp,
});
type DistrictBundle = z.infer<typeof DistrictBundle>;

/** `body` is the bundle as JSON text: exactly these bytes (UTF-8) are signed. */
const SignedFile = z.strictObject({
  format: z.literal(FORMAT),
  body: z.string(),
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    /** SPKI, PEM. */
    publicKey: z.string(),
    /** The first 32 hex digits of SHA-256 over the public key (SPKI, DER). */
    keyId: z.string(),
    /** Base64, over the UTF-8 bytes of `body`. */
    value: z.string(),
  }),
});

export interface ReadDistrictFile {
  readonly bundle: DistrictBundle;
  readonly keyId: string;
  readonly text: string;
  readonly sha256: string;
}

/** The text of a district file, signed by the acting person's own key. */
export function signedDistrictFile(bundle: Omit<DistrictBundle, 'signedBy'>, actor: Actor): string {
  const body = JSON.stringify({ ...bundle, signedBy: { name: actor.name, role: actor.role } });
  const signature = {
    algorithm: 'Ed25519',
    publicKey: actor.publicKeyPem,
    keyId: actor.keyId,
    value: actor.sign(body),
  };
  return `${JSON.stringify({ format: FORMAT, body, signature }, null, 2)}\n`;
}

export function isSignedDistrictFile(text: string): boolean {
  return /^\s*\{/.test(text) && text.includes(`"${FORMAT}"`);
}

function invalid(why: string): never {
  raise('district-invalid', { why });
}

/**
 * Reads a district file and checks its signature: not a byte was changed since it was signed. Whose key it is a person
 * has to know; the key's first digits are shown.
 * @throws district-invalid
 */
export function readDistrictFile(text: string): ReadDistrictFile {
  const file = SignedFile.safeParse(jsonOf(text));
  if (!file.success) invalid('it does not have the shape of a signed district file.');
  const { body, signature } = file.data;
  const keyId = checkedKey(signature.publicKey, body, signature.value);
  if (keyId !== signature.keyId) invalid('the key it names is not the one that signed it.');
  const bundle = DistrictBundle.safeParse(jsonOf(body));
  if (!bundle.success) {
    const [issue] = bundle.error.issues;
    invalid(`${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'it does not fit'}`);
  }
  return { bundle: bundle.data, keyId, text, sha256: sha256Of(text) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function checkedKey(publicKey: string, body: string, value: string): string {
  try {
    const key = createPublicKey(publicKey);
    const holds =
      key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(body, 'utf8'), key, Buffer.from(value, 'base64'));
    if (!holds) invalid('its signature does not fit: it was changed after it was signed.');
    return createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex')
      .slice(0, 32);
  } catch (error) {
    if (error instanceof EvenhandError) throw error;
    invalid('its signature cannot be read.');
  }
}

/** Takes what a district file carries into a case, with the file itself. */
export function takeDistrictFile(
  db: WritableDb,
  name: string,
  file: ReadDistrictFile,
  made: Omit<Kept, 'fileId' | 'id'>,
  newId: () => string,
): void {
  const { bundle } = file;
  const fileId = newId();
  db.run(
    `INSERT INTO district_file (id, name, sha256, key_id, signed_by, signed_at, text, at, by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    fileId,
    name,
    file.sha256,
    file.keyId,
    `${bundle.signedBy.name}, ${bundle.signedBy.role}`,
    bundle.signedAt,
    file.text,
    made.at,
    made.by,
  );
  const row = (): Kept => ({ ...made, id: newId(), fileId });
  const carried = new Set(bundle.confirmations.map(({ pack, version, article }) => `${pack}@${version} ${article}`));
  for (const old of keptConfirmations(db)) {
    // What an earlier file of the district confirmed and this one does not, the district has taken back.
    if (!old.fromFile || carried.has(`${old.pack}@${old.version} ${old.article}`)) continue;
    keepConfirmation(db, old, `Not in the district file ${name} any more`, row());
  }
  for (const pack of bundle.agreements) keepPack(db, pack, pack.yaml, row());
  if (bundle.calendar !== null) keepCalendar(db, bundle.calendar, `From the district file ${name}`, row());
  for (const said of bundle.confirmations) keepConfirmation(db, said, null, row());
}
