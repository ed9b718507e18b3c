// Reads the fuses of a packaged Electron back from its own bytes, by the published layout of the fuse wire: a sentinel, the
// version of the schema, the number of fuses, and one character for each.
import { readFileSync } from 'node:fs';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** In the order of schema 1. */
const NAMES = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
];

/**
 * @param {string} executable
 * @returns {Record<string, boolean>} only the fuses that this Electron has
 */
export function readFuses(executable) {
  const bytes = readFileSync(executable);
  const at = bytes.indexOf(SENTINEL);
  if (at < 0) throw new Error(`${executable} has no fuses: it is no Electron, or an old one.`);
  const wire = at + SENTINEL.length;
  if (bytes[wire] !== 1)
    throw new Error(`The fuses of ${executable} have a layout that is not known (${bytes[wire]}).`);
  const count = bytes[wire + 1] ?? 0;
  /** @type {Record<string, boolean>} */
  const fuses = {};
  for (const [index, name] of NAMES.slice(0, count).entries()) {
    const state = String.fromCharCode(bytes[wire + 2 + index] ?? 0);
    if (state === '0' || state === '1') fuses[name] = state === '1';
  }
  return fuses;
}
