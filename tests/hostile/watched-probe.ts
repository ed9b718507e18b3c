/** Tries everything that a reading process must not do, so that the watch over it is known to see. */
import { spawn } from 'node:child_process';
import { lookup } from 'node:dns';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './watched-worker.ts';

const tries: readonly (() => unknown)[] = [
  () => connect(9, '127.0.0.1'),
  () => lookup('localhost', () => undefined),
  () => writeFileSync(join(tmpdir(), 'evenhand-probe.txt'), ''),
  () => spawn('true'),
  () => Reflect.get(globalThis, 'fetch')('http://127.0.0.1:9/'),
];
for (const attempt of tries) {
  try {
    attempt();
  } catch {
    // Each is expected to fail; the line in the log is what counts.
  }
}
process.exit(0);
