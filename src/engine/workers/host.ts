import { type ChildProcess, fork } from 'node:child_process';

export interface ChildEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

/**
 * A worker process, whoever started it. A host gives `startWorker` to the engine: a Node child for tests and the command
 * line, a utility process where the shipped application forbids plain Node.
 */
export interface ChildLike {
  /** Process id, for watching its memory; undefined where the start failed. */
  readonly pid: number | undefined;
  /** Resolves when the message has been handed over; rejects when the process is gone. */
  send(message: unknown): Promise<void>;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, whether the process ended, was killed or never started. */
  onExit(listener: (end: ChildEnd) => void): void;
  /** Ends the process at once (SIGKILL); nothing it was doing is finished. */
  kill(): void;
}

function sendTo(child: ChildProcess, message: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!child.connected) {
      reject(new Error('the worker process is gone'));
      return;
    }
    child.send(message as never, (error) => (error === null ? resolve() : reject(error)));
  });
}

/** The computer's own zone stays outside, so that no reader can take it for that of the evidence by mistake. */
function workerEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), NODE_OPTIONS: '', TZ: 'UTC' };
}

/**
 * Starts a worker as a child of plain Node. Nothing of the parent's settings goes along: no flags, no NODE_OPTIONS, no
 * output (a worker's complaints may hold words of evidence).
 * @param entryPath absolute path of the worker's entry (`read-worker.ts`, or its built form).
 */
export function startNodeWorker(entryPath: string): ChildLike {
  const child = fork(entryPath, [], {
    execArgv: [],
    env: workerEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const listeners: ((end: ChildEnd) => void)[] = [];
  let end: ChildEnd | null = null;
  const finish = (how: ChildEnd): void => {
    if (end !== null) return;
    end = how;
    for (const listener of listeners) listener(how);
  };
  child.on('exit', (code, signal) => finish({ code, signal }));
  child.on('error', () => {
    if (child.pid === undefined) finish({ code: null, signal: null });
  });
  return {
    pid: child.pid,
    send: (message) => sendTo(child, message),
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      if (end !== null) listener(end);
      else listeners.push(listener);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
