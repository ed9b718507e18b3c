import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { ZipPackage } from '../container/zip-package.ts';

const DataPackage = z.looseObject({
  resources: z
    .array(z.looseObject({ path: z.string(), hash: z.string().nullish(), bytes: z.number().nullish() }))
    .catch([]),
  title: z.string().nullish().catch(null),
  created: z.string().nullish().catch(null),
  software: z.string().nullish().catch(null),
  mainPageUrl: z.string().nullish().catch(null),
});
export type DataPackage = z.infer<typeof DataPackage>;

const Digest = z.looseObject({
  hash: z.string(),
  signedData: z
    .looseObject({
      hash: z.string(),
      signature: z.string(),
      created: z.string().nullish(),
      publicKey: z.string().nullish(),
      domain: z.string().nullish(),
      domainCert: z.string().nullish(),
    })
    .nullish(),
});

/** What the checks of a WACZ file came to. */
export interface Proofs {
  readonly description: DataPackage | null;
  readonly facts: readonly { label: string; value: string }[];
  readonly warnings: readonly string[];
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

function fits(bytes: Uint8Array, named: string): boolean {
  const [method = '', value = ''] = named.includes(':') ? named.split(':', 2) : ['sha256', named];
  if (!/^(?:sha1|sha256|sha512|md5)$/.test(method)) return false;
  return createHash(method).update(bytes).digest('hex') === value.toLowerCase();
}

/** Checks the hash of each file that the description lists, one file in memory at a time. */
async function checkFiles(zip: ZipPackage, description: DataPackage): Promise<{ good: number; bad: string[] }> {
  const bad: string[] = [];
  let good = 0;
  for (const { path, hash } of description.resources) {
    const part = await zip.read(path);
    if (part.kind !== 'bytes') bad.push(`${path} (${part.kind === 'missing' ? 'missing' : part.because})`);
    else if (hash !== null && hash !== undefined && !fits(part.bytes, hash)) bad.push(`${path} (changed)`);
    else good += 1;
  }
  return { good, bad };
}

function keyOf(signed: NonNullable<z.infer<typeof Digest>['signedData']>): KeyObject | null {
  try {
    if (typeof signed.domainCert === 'string') return new X509Certificate(signed.domainCert).publicKey;
    if (typeof signed.publicKey !== 'string') return null;
    return createPublicKey({ key: Buffer.from(signed.publicKey, 'base64'), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

function signatureHolds(key: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  const attempts = [
    ['sha256', 'ieee-p1363'],
    ['sha256', 'der'],
    ['sha384', 'ieee-p1363'],
  ] as const;
  return attempts.some(([method, dsaEncoding]) => {
    try {
      return verify(method, Buffer.from(text), { key, dsaEncoding }, bytes);
    } catch {
      return false;
    }
  });
}

/** The signature over the description (WACZ Signing and Verification 0.1.0), in words. */
function signatureWords(digest: z.infer<typeof Digest>): { value: string; holds: boolean } | null {
  const signed = digest.signedData;
  if (signed === null || signed === undefined) return null;
  const key = keyOf(signed);
  if (key === null) return { value: 'present; it could not be checked', holds: true };
  if (signed.hash !== digest.hash || !signatureHolds(key, signed.hash, signed.signature)) {
    return { value: 'does not fit', holds: false };
  }
  const at = typeof signed.created === 'string' ? `, made ${signed.created}` : '';
  if (typeof signed.domain === 'string') {
    return {
      value: `fits; it names the server ${signed.domain}${at}; whether that name is rightly used was not checked`,
      holds: true,
    };
  }
  return { value: `fits${at}; it does not say who signed`, holds: true };
}

interface Sealed {
  readonly facts: { label: string; value: string }[];
  readonly warnings: string[];
}

async function checkSeal(zip: ZipPackage, description: Uint8Array): Promise<Sealed> {
  const sealed: Sealed = { facts: [], warnings: [] };
  const part = await zip.read('datapackage-digest.json');
  if (part.kind !== 'bytes') {
    sealed.facts.push({ label: 'Signature', value: 'none' });
    return sealed;
  }
  const digest = Digest.safeParse(parsedJson(part.bytes));
  if (!digest.success || !fits(description, digest.data.hash)) {
    sealed.warnings.push(
      'The list of checksums in the archive does not fit its own checksum; it was changed or damaged after the capture.',
    );
    return sealed;
  }
  const signature = signatureWords(digest.data);
  sealed.facts.push({ label: 'Signature', value: signature?.value ?? 'none' });
  if (signature?.holds === false) {
    sealed.warnings.push(
      'The signature of the archive does not fit; it was changed after it was signed, or the signature belongs to another one.',
    );
  }
  return sealed;
}

/** Checks what a WACZ file says of its own files against their bytes. */
export async function checkWacz(zip: ZipPackage): Promise<Proofs> {
  const part = await zip.read('datapackage.json');
  const parsed = part.kind === 'bytes' ? DataPackage.safeParse(parsedJson(part.bytes)) : null;
  if (part.kind !== 'bytes' || parsed?.success !== true) {
    const text =
      'The description of the archive (datapackage.json) cannot be read, so its checksums could not be checked.';
    return { description: null, facts: [], warnings: [text] };
  }
  const { good, bad } = await checkFiles(zip, parsed.data);
  const sealed = await checkSeal(zip, part.bytes);
  const warnings =
    bad.length === 0
      ? []
      : [
          `${bad.length} files of the archive do not fit its list: ${bad.slice(0, 5).join(', ')}. They were changed or damaged after the capture.`,
        ];
  const facts = [
    { label: 'Checksums of the archive', value: `${good} files fit, ${bad.length} do not` },
    ...sealed.facts,
  ];
  return { description: parsed.data, facts, warnings: [...warnings, ...sealed.warnings] };
}
