import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { EngineSettings, WorkerName } from '../contract/lanes.ts';
import { bagInWords, checkTimeStamp, isBag, StampRefused, verifyBag, verifyCase } from '../verifier/index.ts';
import type { EngineHost } from './host.ts';
import type { ChildLike } from './workers/host.ts';

/**
 * What every host on a Node has in common, under Electron's helper process as well: this computer's clock and zone, and
 * ids from its random source.
 */
export function hostOnNode(
  settings: EngineSettings,
  startWorker: (name: WorkerName) => ChildLike,
  log: (line: string) => void,
): EngineHost {
  return {
    ...settings,
    now: localNow,
    newId: () => randomUUID(),
    startWorker,
    log,
    verifyCase,
    verifyBag: bagReport,
    checkTimeStamp: answerOf,
  };
}

async function bagReport(folder: string, expect: string | null): ReturnType<EngineHost['verifyBag']> {
  if (!isBag(folder)) return null;
  const report = await verifyBag(folder, { expect });
  return { ok: report.ok, words: bagInWords(report) };
}

function answerOf(...given: Parameters<typeof checkTimeStamp>): ReturnType<EngineHost['checkTimeStamp']> {
  try {
    return checkTimeStamp(...given);
  } catch (error) {
    if (error instanceof StampRefused) return { refused: error.message };
    throw error;
  }
}

/**
 * The entries of the workers, as sources or as they were built.
 * @param engineDir `src/engine` or `out/engine`
 */
export function workerEntry(engineDir: string, name: WorkerName, built: boolean): string {
  if (built) return join(engineDir, `${name}-worker.js`);
  const sources = {
    read: ['workers', 'read-worker.ts'],
    picture: ['workers', 'picture-worker.ts'],
    encode: ['workers', 'encode-worker.ts'],
    render: ['referral', 'render', 'render-worker.ts'],
  } as const;
  return join(engineDir, ...sources[name]);
}

/** This moment with the computer's own offset, as `2026-03-10T10:42:00.000-04:00`. */
export function localNow(): string {
  const now = new Date();
  const offset = -now.getTimezoneOffset(); // minutes east of UTC
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  const wall = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, -1);
  return `${wall}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
