import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../engine/desk.ts';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Every line of stdout as JSON. */
  readonly lines: readonly unknown[];
}

/** The command line as a process of its own, typed in a folder of its own. */
export class Terminal {
  readonly folder = mkdtempSync(join(tmpdir(), 'evenhand-cli-'));

  at(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  write(name: string, content: string | Uint8Array): string {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
    return this.at(name);
  }

  /** Starts it as npm does: in the package's root, with the folder where it was typed in INIT_CWD. */
  start(...words: readonly string[]): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [join(root, 'src', 'cli', 'index.ts'), ...words], {
      cwd: root,
      env: {
        ...process.env,
        INIT_CWD: this.folder,
        EVENHAND_PROFILE: this.at('profile'),
        // Only so that the tests' many processes start in half the time.
        NODE_COMPILE_CACHE: join(tmpdir(), 'evenhand-test-compile-cache'),
      },
      stdio: 'pipe',
    });
  }

  async run(words: readonly string[], stdin: string | null = ''): Promise<Ran> {
    const child = this.start(...words);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin ?? '');
    const [code] = (await once(child, 'close')) as [number | null];
    const stdout = Buffer.concat(out).toString('utf8');
    return {
      code,
      stdout,
      stderr: Buffer.concat(err).toString('utf8'),
      get lines() {
        return stdout
          .split('\n')
          .filter((line) => line !== '')
          .map((line): unknown => JSON.parse(line));
      },
    };
  }

  newCase(name = 'case.evenhand', ...more: readonly string[]): Promise<Ran> {
    return this.run(['new', name, '--title', 'A case', '--no-passphrase', ...more]);
  }

  /** A call of the contract, with its answer. */
  async call(name: string, input: unknown, file = 'case.evenhand'): Promise<unknown> {
    const { code, lines, stderr } = await this.run(['call', file, name], JSON.stringify(input));
    if (code !== 0) throw new Error(`${name}: ${stderr}`);
    return lines[0];
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
