import type { EngineApi, JobState } from '../contract/wire.ts';
import { backUpBeforeClosing } from './backups/index.ts';
import { blobOf } from './blobs.ts';
import { Engine } from './engine.ts';
import { makeHandlers } from './handlers/index.ts';
import type { EngineHost } from './host.ts';
import { type IntakeOrder, resumeReadings, startIntake, type TellOutcome } from './intake/index.ts';
import { finishRemovals } from './keeping/index.ts';
import { clearLooks } from './looks/index.ts';
import { restEncoder } from './mapping/index.ts';
import { Drafts } from './referral/index.ts';
import { SafePictures } from './workers/safe-pictures.ts';

export {
  answerDeadline,
  checkAgreementPacks,
  checkPackText,
  loadAgreements,
  loadCalendars,
  loadLaws,
  parseStepsInput,
  refusedPacks,
  stepRemarks,
  steps,
} from './agreement/index.ts';
export { type LastSeen, lastSeen } from './custody/index.ts';
export { hostOnNode, workerEntry } from './node-host.ts';
export { checkPolicies, loadPolicies, loadPolicyShelf, Suggester, toWire } from './policy/index.ts';
export { readStory, sampleIds } from './sample/index.ts';
export { startNodeWorker } from './workers/host.ts';

/** The engine with two doors that only the command line uses: outcomes as they come, and waiting for the end. */
export interface CommandLineEngine extends EngineApi {
  /** As `intake.start`, telling every file's line after its commit; resolves with the job's last state when all is read. */
  importFiles(order: IntakeOrder, tell: TellOutcome): Promise<JobState>;
  /** Resolves when no job runs any more. */
  idle(): Promise<void>;
}

export interface EngineOptions {
  /** Who acts; left out, this computer's own identity. */
  readonly by?: { readonly name: string; readonly role: string };
  /** Whether opening a case takes up what a crash cut off; the command line's import does that itself. */
  readonly resume?: boolean;
  /** Whether closing a case makes a backup, as far as this computer's settings want one: the window's engine does. */
  readonly backups?: boolean;
}

/** Makes the engine. */
export function createEngine(host: EngineHost, options: EngineOptions = {}): CommandLineEngine {
  clearLooks(host);
  const drafts = new Drafts();
  const pictures = new SafePictures(() => host.startWorker('picture'));
  const engine = new Engine(
    host,
    {
      handlers: makeHandlers(drafts),
      blob: (core, request) => blobOf(core, request, { drafts, pictures }),
      afterOpen: (core) => {
        finishRemovals(core);
        if (options.resume ?? true) resumeReadings(core);
      },
      beforeClose: async (core) => {
        restEncoder(core);
        if (options.backups ?? false) await backUpBeforeClosing(core);
      },
    },
    options.by ?? null,
  );
  engine.subscribe((event) => {
    // Nothing that was closed just now may be shown from memory.
    if (event.kind === 'changed' && event.topics.includes('protection')) {
      pictures.forget();
      drafts.forget();
    }
  });
  return {
    call: (name, input) => engine.call(name, input),
    blob: (request) => engine.blob(request),
    subscribe: (listener) => engine.subscribe(listener),
    close: async () => {
      pictures.close();
      await engine.close();
    },
    importFiles: async (order, tell) => {
      await engine.jobs.idle();
      return engine.jobs.finished(startIntake(engine, order, tell).id);
    },
    idle: () => engine.jobs.idle(),
  };
}
