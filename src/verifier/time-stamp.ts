import { createHash, verify, X509Certificate } from 'node:crypto';
import { children, type Der, NotDer, oidOf, readDer } from './der.ts';

/** What an authority says: these bytes existed at this moment. */
export interface TimeStamp {
  /** `2026-03-10T14:42:00Z`, as the authority writes it. */
  readonly stampedAt: string;
  /** The subject of the certificate that signed. */
  readonly authority: string;
  /** SHA-256 of that certificate, hex. */
  readonly certificate: string;
}

/** Why an answer is none to this request, in words. */
export class StampRefused extends Error {
  override readonly name = 'StampRefused';
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * Checks an authority's answer (RFC 3161, 2.4.2): that it was granted, that it is about these bytes and about this very
 * request, and that it was signed by a certificate for time-stamping that lies in it. Whether that authority is to be
 * trusted is for a person to decide.
 * @param sha256 of the stamped bytes, hex
 * @throws StampRefused
 */
export function checkTimeStamp(response: Uint8Array, sha256: string, request: Uint8Array): TimeStamp {
  try {
    const signed = signedDataOf(response);
    const info = children(readDer(signed.content));
    holdImprint(info, sha256);
    holdNonce(info, request);
    const certificate = signerOf(signed);
    return {
      stampedAt: momentOf(info),
      authority: certificate.subject.replaceAll('\n', ', '),
      certificate: createHash('sha256').update(certificate.raw).digest('hex'),
    };
  } catch (error) {
    if (error instanceof NotDer) throw new StampRefused('it is not an answer of a time-stamping authority');
    throw error;
  }
}

interface Signed {
  readonly content: Uint8Array;
  readonly certificates: readonly X509Certificate[];
  readonly signer: readonly Der[];
}

function signedDataOf(response: Uint8Array): Signed {
  const [status, token] = children(readDer(response));
  const granted = status === undefined ? undefined : children(status)[0]?.content.at(-1);
  if (granted !== 0 && granted !== 1) throw new StampRefused('the authority did not grant the request');
  const [kind, outer] = token === undefined ? [] : children(token);
  if (oidOf(kind) !== SIGNED_DATA || outer === undefined) throw new NotDer('no signed data');
  const parts = children(readDer(outer.content));
  const [contentKind, content] = children(parts[2] ?? readDer(new Uint8Array()));
  if (oidOf(contentKind) !== TST_INFO || content === undefined) throw new NotDer('no time-stamp');
  const bag = parts.find(({ tag }) => tag === 0xa0);
  const signers = children(parts.at(-1) ?? readDer(new Uint8Array()));
  if (signers.length !== 1 || signers[0] === undefined) throw new NotDer('one signer is expected');
  return {
    content: readDer(content.content).content,
    certificates: bag === undefined ? [] : children(bag).map(({ whole }) => new X509Certificate(whole)),
    signer: children(signers[0]),
  };
}

function holdImprint(info: readonly Der[], sha256: string): void {
  const [algorithm, digest] = children(info[2] ?? readDer(new Uint8Array()));
  const isSha256 = algorithm !== undefined && DIGESTS[oidOf(children(algorithm)[0])] === 'sha256';
  if (!isSha256 || digest === undefined || Buffer.from(digest.content).toString('hex') !== sha256) {
    throw new StampRefused('it is about other bytes');
  }
}

/** The nonce of the request comes back in the answer: an old answer is not one to a new request. */
function holdNonce(info: readonly Der[], request: Uint8Array): void {
  const asked = children(readDer(request))
    .slice(1)
    .find(({ tag }) => tag === 0x02);
  // Version, serial number and accuracy come first or in tags of their own: an integer after the time is the nonce.
  const told = info.slice(5).find(({ tag }) => tag === 0x02);
  if (asked !== undefined && (told === undefined || Buffer.compare(asked.whole, told.whole) !== 0)) {
    throw new StampRefused('it answers another request');
  }
}

function momentOf(info: readonly Der[]): string {
  const time = info[4];
  const written = time?.tag === 0x18 ? Buffer.from(time.content).toString('latin1') : '';
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d(?:\.\d+)?)Z$/.exec(written);
  if (found === null) throw new NotDer('no time');
  const [, year, month, day, hour, minute, second] = found;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function signerOf({ content, certificates, signer }: Signed): X509Certificate {
  const digest = DIGESTS[oidOf(children(signer[2] ?? readDer(new Uint8Array()))[0])];
  const attributes = signer.find(({ tag }) => tag === 0xa0);
  const signature = signer.find(({ tag }) => tag === 0x04);
  if (digest === undefined || attributes === undefined || signature === undefined) throw new NotDer('no signature');
  const named = children(attributes)
    .map((attribute) => children(attribute))
    .find(([kind]) => oidOf(kind) === MESSAGE_DIGEST)?.[1];
  const told = named === undefined ? undefined : children(named)[0]?.content;
  if (told === undefined || Buffer.compare(told, createHash(digest).update(content).digest()) !== 0) {
    throw new StampRefused('it was changed');
  }
  // What is signed is the set of attributes under its own tag, not under the one that it has in its place.
  const set = Buffer.from(attributes.whole);
  set.writeUInt8(0x31, 0);
  const found = certificates.find(
    (certificate) =>
      certificate.keyUsage?.includes(TIME_STAMPING) === true && holds(digest, set, certificate, signature.content),
  );
  if (found === undefined) throw new StampRefused('its signature does not hold');
  return found;
}

function holds(digest: string, signed: Uint8Array, certificate: X509Certificate, signature: Uint8Array): boolean {
  try {
    const { publicKey } = certificate;
    return verify(publicKey.asymmetricKeyType?.startsWith('ed') ? null : digest, signed, publicKey, signature);
  } catch {
    return false;
  }
}
