/**
 * The reading process, watched: every try to reach the network, to start a program or to write a file leaves a line in a
 * file that the test reads, and fails. The traps are set before the real entry is loaded.
 */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import { logOf } from './log-of.ts';

const { closeSync, open, openSync, writeSync } = fs;
const log = logOf(process.ppid);

function tell(what: string): void {
  const file = openSync(log, 'a');
  writeSync(file, `${what}\n`);
  closeSync(file);
}

/** Puts a trap in the place of each function of a module. */
function trap(module: object, of: string, names: readonly string[]): void {
  for (const name of names) {
    if (!Reflect.has(module, name)) continue;
    const trapped = (): never => {
      tell(`${of}.${name}`);
      throw new Error(`${of}.${name} is not for reading processes`);
    };
    Reflect.set(module, name, trapped);
  }
}

trap(net, 'net', ['connect', 'createConnection', 'createServer']);
trap(tls, 'tls', ['connect']);
trap(http, 'http', ['request', 'get', 'createServer']);
trap(https, 'https', ['request', 'get']);
trap(dns, 'dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt']);
trap(dns.promises, 'dns.promises', ['lookup', 'resolve', 'resolve4', 'resolve6']);
trap(dgram, 'dgram', ['createSocket']);
trap(net.Socket.prototype, 'socket', ['connect']);
trap(globalThis, 'global', ['fetch', 'WebSocket', 'EventSource']);
trap(childProcess, 'child', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
const writing = [
  'writeFile',
  'appendFile',
  'mkdir',
  'mkdtemp',
  'rename',
  'symlink',
  'link',
  'copyFile',
  'cp',
  'unlink',
];
trap(fs, 'fs', [...writing, ...writing.map((name) => `${name}Sync`), 'createWriteStream', 'truncateSync', 'rmSync']);
trap(fs.promises, 'fs.promises', writing);

const forWriting = (flags: unknown): boolean =>
  typeof flags === 'number'
    ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT)) !== 0
    : /[wa+]/.test(String(flags ?? 'r'));
Reflect.set(fs, 'openSync', (...given: Parameters<typeof openSync>) => {
  if (forWriting(given[1])) {
    tell('fs.openSync for writing');
    throw new Error('not for reading processes');
  }
  return openSync(...given);
});
Reflect.set(fs, 'open', (...given: Parameters<typeof open>) => {
  if (typeof given[1] !== 'function' && forWriting(given[1])) tell('fs.open for writing');
  return Reflect.apply(open, fs, given);
});
syncBuiltinESMExports();

await import('../../src/engine/workers/read-worker.ts');
