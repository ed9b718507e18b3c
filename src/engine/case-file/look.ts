import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { raise } from '../../contract/errors.ts';
import { copyWhole } from './copy-whole.ts';
import { deriveKey, fromRecoveryKey, keyed, SALT_BYTES } from './key.ts';
import { writeUnderKey } from './new-passphrase.ts';
import { type CaseFile, firstBytes, isPlainCase, type OpenOptions, openWith } from './open.ts';

/** Between two tries: somebody's single change takes a few milliseconds. */
const WAIT_MS = 150;
const TRIES = 20;

/**
 * Opens a copy of a case that is not touched by it, wherever it lies and whoever has it open. The copy is never in clear
 * text: it is encrypted as the case is, and that of a case which is not, under a key that lives in this process only.
 * @param folder made for this copy alone; gone when the copy is closed
 * @throws case-missing, not-a-case, case-needs-passphrase, case-wrong-key, case-newer, case-damaged, case-written-to
 */
export async function openCopyToLook(options: OpenOptions, folder: string): Promise<CaseFile> {
  const { path, passphrase } = options;
  if (!existsSync(path) || !statSync(path).isFile()) raise('case-missing', { path });
  const head = firstBytes(path);
  const plain = isPlainCase(head);
  if (!plain && passphrase === null) raise('case-needs-passphrase');
  const clear = () => rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const copy = join(folder, basename(path));
    await copyUnchanged(path, copy);
    const salt = plain ? randomBytes(SALT_BYTES) : head.subarray(0, SALT_BYTES);
    const key = plain || passphrase === null ? randomBytes(32) : await keyFor(passphrase, salt);
    if (plain) writeUnderKey(copy, null, keyed(key, salt));
    const file = openWith({ ...options, path: copy }, key, salt);
    return {
      ...file,
      encrypted: !plain,
      recoveryKey: plain ? null : file.recoveryKey,
      salt: plain ? null : file.salt,
      close: () => {
        file.close();
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}

async function keyFor(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return fromRecoveryKey(passphrase) ?? (await deriveKey(passphrase, salt));
}

/** Copies the file with the journal of a change that was cut off, as often as somebody writes into it meanwhile. */
async function copyUnchanged(from: string, to: string): Promise<void> {
  const journal = `${from}-journal`;
  const pace = { signal: new AbortController().signal, progress: () => undefined };
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const before = stateOf(from, journal);
    for (const left of [to, `${to}-journal`]) rmSync(left, { force: true });
    await copyWhole(from, to, pace);
    if (sizeOf(journal) > 0) await copyWhole(journal, join(dirname(to), `${basename(to)}-journal`), pace);
    if (stateOf(from, journal) === before) return;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  raise('case-written-to');
}

function stateOf(path: string, journal: string): string {
  return [path, journal].map((one) => told(statSync(one, { throwIfNoEntry: false }))).join(' / ');
}

function told(stats: Stats | undefined): string {
  return stats === undefined || stats.size === 0 ? 'empty' : `${stats.size} ${stats.mtimeMs} ${stats.ino}`;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
