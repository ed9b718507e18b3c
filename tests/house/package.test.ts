import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readFuses } from '../../scripts/read-fuses.mjs';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

function program(wire: readonly number[]): string {
  const path = join(folder, 'program');
  writeFileSync(
    path,
    Buffer.concat([Buffer.alloc(5000, 7), Buffer.from(SENTINEL), Buffer.from(wire), Buffer.alloc(99)]),
  );
  return path;
}

describe('the fuses of a packaged program', () => {
  test('are read from its own bytes, and only those that it has', () => {
    const states = [...'0101r'].map((state) => state.charCodeAt(0));
    expect(readFuses(program([1, 5, ...states]))).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: true,
    });
  });
  test('are not guessed at where there are none, or where they lie in an unknown way', () => {
    const without = join(folder, 'without');
    writeFileSync(without, 'no Electron');
    expect(() => readFuses(without)).toThrow('has no fuses');
    expect(() => readFuses(program([2, 1, 48]))).toThrow('a layout that is not known');
  });
});

describe('what is packed', () => {
  const config = createRequire(import.meta.url)('../../packaging/electron-builder.cjs');
  test('cannot be run as a plain Node, inspected, or made to load an app from elsewhere', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
  test('lets cases alone when it is taken away, and carries no mark of a trial', () => {
    expect(config.nsis).toMatchObject({ perMachine: true, deleteAppDataOnUninstall: false });
    expect(JSON.stringify(config)).not.toContain('not-for-users');
  });
});
