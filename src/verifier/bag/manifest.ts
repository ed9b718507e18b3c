import { Found, type Problem } from '../reader.ts';
import { bytesOf, type Folder, publicKey, sha256, type Tools, textOf } from './tools.ts';

export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
const SIGNATURE = 'tagmanifest-sha256.txt.sig';
const SIGNER = 'signed-by.pem';

/** What systems leave in folders that were looked into; they are no part of a copy and change nothing in it. */
const DROPPINGS = /(^|\/)(\.DS_Store|Thumbs\.db|ehthumbs\.db|desktop\.ini|\._[^/]*|\.directory)$/i;

/** The lines of a manifest: two blanks between digest and path (RFC 8493, 2.1.3). @throws Found */
export function parseManifest(text: string, path: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const found = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    const [, digest, name] = found ?? [];
    if (digest === undefined || name === undefined || lines.has(name))
      throw new Found('a list of files cannot be read', path);
    lines.set(name, digest);
  }
  return lines;
}

export interface Listed {
  readonly manifest: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  readonly tagText: string;
  /** What each file's bytes give now; nothing for a file that is gone. */
  readonly found: ReadonlyMap<string, string>;
  readonly droppings: readonly string[];
  /** The first file that is not as it is listed; null where all are. */
  readonly problem: Problem | null;
}

/** Hashes every file and holds it to the two lists. @param told hears how many bytes were read, and how many there are */
export async function checkFiles(
  folder: Folder,
  tools: Tools,
  nameOf: (path: string) => string,
  told: (done: number, total: number) => void,
): Promise<Listed> {
  const declared = await textOf(folder, 'bagit.txt');
  if (!/^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n?$/.test(declared)) {
    throw new Found('a file of this copy was changed', 'bagit.txt');
  }
  const manifest = parseManifest(await textOf(folder, MANIFEST), MANIFEST);
  const tagText = await textOf(folder, TAG_MANIFEST);
  const tags = parseManifest(tagText, TAG_MANIFEST);
  const droppings = folder.paths.filter((path) => DROPPINGS.test(path));
  const there = new Set(folder.paths);
  const listed = new Map([...tags, ...manifest]);
  const problems: Problem[] = [];
  const report = (what: string, path: string) => problems.push({ what, where: nameOf(path), entry: null });
  const found = new Map<string, string>();
  const total = [...listed.keys()].reduce((sum, path) => sum + (there.has(path) ? folder.size(path) : 0), 0);
  let done = 0;
  for (const [path, digest] of listed) {
    if (!there.has(path)) {
      report('a file of this copy is missing', path);
      continue;
    }
    const hasher = tools.hasher();
    for await (const piece of folder.pieces(path)) {
      hasher.update(piece);
      done += piece.length;
      told(done, total);
    }
    const now = hasher.digest();
    found.set(path, now);
    if (now !== digest) report('a file of this copy was changed', path);
  }
  const more = folder.paths.find(
    (path) => !listed.has(path) && path !== TAG_MANIFEST && path !== SIGNATURE && !DROPPINGS.test(path),
  );
  if (more !== undefined) report('a file was added to this copy', more);
  const misplaced = [...manifest.keys()].find((path) => !path.startsWith('data/'));
  if (misplaced !== undefined) report('a list of files cannot be read', MANIFEST);
  return { manifest, tags, tagText, found, droppings, problem: problems[0] ?? null };
}

export interface Signer {
  readonly id: string;
  readonly key: Uint8Array;
}

/** The signature over the list of tag files, which names the list of all others. */
export async function checkSignature(folder: Folder, tools: Tools, tagText: string): Promise<Signer> {
  const signer = publicKey(tools, await textOf(folder, SIGNER));
  if (signer === null) throw new Found('a public key cannot be read', SIGNER);
  const signature = await bytesOf(folder, SIGNATURE);
  const holds =
    signature.length === 64 && (await tools.signatureHolds(signer.key, new TextEncoder().encode(tagText), signature));
  if (!holds) throw new Found('the signature of this copy does not hold', SIGNATURE);
  return signer;
}

/** The tag files that were there before the line of the record that names this copy. */
export function tagsBefore(tools: Tools, tags: ReadonlyMap<string, string>): string {
  const lines = [...tags].filter(([path]) => !path.startsWith('signed/'));
  return sha256(tools, lines.map(([path, digest]) => `${digest}  ${path}\n`).join(''));
}
