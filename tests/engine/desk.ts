import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { type CallInput, type CallName, type CallOutput, calls } from '../../src/contract/calls.ts';
import type { CallError, JobState } from '../../src/contract/wire.ts';
import {
  type CommandLineEngine,
  createEngine,
  type EngineOptions,
  hostOnNode,
  startNodeWorker,
  workerEntry,
} from '../../src/engine/index.ts';

export const root = resolve(import.meta.dirname, '../..');
export const resourcesDir = join(root, 'resources');

export function host(profileDir: string, log: (line: string) => void = () => undefined) {
  return hostOnNode(
    { resourcesDir, profileDir, version: '0.0.0-test' },
    (name) => startNodeWorker(workerEntry(join(root, 'src', 'engine'), name, false)),
    log,
  );
}

/** An engine at work in a folder of its own: real files, real database, real workers. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'evenhand-desk-'));
  readonly log: string[] = [];
  readonly path = this.at('case.evenhand');
  engine: CommandLineEngine;

  constructor(options: EngineOptions = {}) {
    this.engine = this.another(options);
  }

  at(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  another(options: EngineOptions = {}): CommandLineEngine {
    return createEngine(
      host(this.at('profile'), (line) => this.log.push(line)),
      options,
    );
  }

  /** A new case that is not encrypted, under the sample district of 4118.51 unless another is named. */
  async newCase(district: string | null = 'hollow-brook'): Promise<void> {
    await this.ask('case.create', { path: this.path, title: 'A case', passphrase: null, district });
  }

  async reopen(): Promise<void> {
    await this.ask('case.close', {});
    await this.ask('case.open', { path: this.path, passphrase: null });
  }

  async ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const reply = await this.engine.call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.kind}: ${reply.error.title} | ${this.log.at(-1) ?? ''}`);
    // Held to the table, so that an answer which does not fit it fails the test that asked.
    const output: z.ZodType = calls[name].output;
    return output.parse(reply.value) as CallOutput<Name>;
  }

  /** The error of a call that must be refused. */
  async refused(name: string, input: unknown): Promise<CallError> {
    const reply = await this.engine.call(name, input);
    if (reply.ok) throw new Error(`${name} was not refused`);
    return reply.error;
  }

  write(name: string, content: string | Uint8Array): string {
    const path = this.at(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  async import(...names: readonly string[]): Promise<JobState> {
    const { id } = await this.ask('intake.start', {
      paths: names.map((name) => this.at(name)),
      receiptId: null,
      zone: null,
    });
    await this.engine.idle();
    const jobs = await this.ask('job.list', {});
    const job = jobs.find((one) => one.id === id);
    if (job === undefined) throw new Error('the job is listed');
    return job;
  }

  /** Messages, or posts, as a CSV that the reader knows, imported; answers with the ids in the order written. */
  async messages(
    rows: readonly { readonly from: string; readonly at: string; readonly text: string }[],
    heading: 'Message' | 'Post' = 'Message',
  ) {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const lines = rows.map(({ from, at, text }) => [from, at, text].map(quoted).join(','));
    this.write('messages.csv', [`From,Date,${heading}`, ...lines, ''].join('\n'));
    await this.import('messages.csv');
    const page = await this.ask('item.page', { sort: 'number', limit: 500 });
    return page.rows.map(({ id }) => id);
  }

  async lines(): Promise<number> {
    return (await this.ask('ledger.page', { before: null, limit: 1 })).total;
  }

  async lastLine() {
    return (await this.ask('ledger.page', { before: null, limit: 1 })).rows[0];
  }

  async fingerprint(): Promise<string> {
    return (await this.ask('case.state', {})).fingerprint;
  }

  async end(): Promise<void> {
    await this.engine.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const teacher = {
  name: 'Owen Farrell',
  caseRole: 'respondent',
  occupation: 'teacher',
  position: 'Science teacher',
  unit: 'teachers',
  workingHours: [{ days: 'Mon-Fri', from: '07:40', to: '14:50' }],
  accounts: [{ handle: 'ofarrell', platform: 'facebook', owner: 'personal', disclaimer: false }],
  relatives: [],
  note: null,
} as const satisfies CallInput<'person.add'>;

export const pupil = {
  name: 'Mia Lindqvist',
  caseRole: 'student',
  occupation: 'student',
  position: null,
  unit: null,
  workingHours: [],
  accounts: [],
  relatives: [],
  note: null,
} as const satisfies CallInput<'person.add'>;

export const sheet = {
  fromWhom: 'A parent',
  receivedAt: '2026-03-10T09:00:00-04:00',
  howObtained: 'handed-over-by-recipient',
  completeness: 'complete',
  originalAskedFor: 'yes',
  note: null,
} as const satisfies CallInput<'receipt.record'>;
