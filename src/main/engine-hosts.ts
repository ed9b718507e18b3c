import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { type EngineSettings, FromEngine, type ToEngine, type WorkerName } from '../contract/lanes.ts';

/** One engine, wherever it runs. Main hands messages on and never looks inside them. */
export interface RunningEngine {
  /** Opens a new lane for the page, which takes the place of the one before. @returns the page's end */
  openPage(): MessagePortMain;
  post(data: unknown): void;
  onMessage(listener: (data: unknown) => void): void;
  /** @param listener hears how it ended, in words for the report */
  onEnd(listener: (how: string) => void): void;
  /** The last lines it wrote to its log. */
  lastLines(): readonly string[];
  /** Lets it finish what it must, then ends it. */
  stop(): void;
}

export type StartEngine = () => RunningEngine;

const stopWithinMs = 5_000;

/** For an Electron that is too old for the native modules: a Node of its own. @param node path of that program */
export function onNode(node: string, engineDir: string, settings: EngineSettings): RunningEngine {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(node, ['--enable-source-maps', join(engineDir, 'entry-node.js'), JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced', // bytes stay bytes
    env,
  });
  const lines = lastLinesOf(child);
  let page: { readonly number: number; readonly port: MessagePortMain } | null = null;
  const send = (message: ToEngine) => {
    if (child.connected) child.send(message, () => undefined); // a message to a child that just ended is lost with it
  };
  const listeners: ((data: unknown) => void)[] = [];
  child.on('message', (message) => {
    const envelope = FromEngine.parse(message);
    if (envelope.lane === 'page' && envelope.page === page?.number) page.port.postMessage(envelope.data);
    if (envelope.lane === 'main') for (const listener of listeners) listener(envelope.data);
  });
  return {
    openPage() {
      page?.port.close();
      const { port1, port2 } = new MessageChannelMain();
      const number = (page?.number ?? 0) + 1;
      page = { number, port: port1 };
      send({ lane: 'page-opened', page: number });
      port1.on('message', ({ data }) => send({ lane: 'page', page: number, data }));
      port1.start();
      return port2;
    },
    post: (data) => send({ lane: 'main', data }),
    onMessage: (listener) => listeners.push(listener),
    onEnd(listener) {
      let ended = false;
      const end = (how: string) => {
        if (ended) return;
        ended = true;
        page?.port.close();
        listener(how);
      };
      child.on('error', (error) => end(`could not be started: ${error.message}`));
      child.on('exit', (code, signal) => end(signal ? `ended by ${signal}` : `ended with code ${code}`));
    },
    lastLines: () => lines,
    stop() {
      if (child.connected) child.disconnect(); // it closes its case and goes
      setTimeout(() => child.kill('SIGKILL'), stopWithinMs).unref();
    },
  };
}

/** For the shipped Electron: its own helper process, to which the page's port goes directly. */
export function onUtilityProcess(engineDir: string, settings: EngineSettings): RunningEngine {
  const child = utilityProcess.fork(join(engineDir, 'entry-utility.js'), [JSON.stringify(settings)], {
    stdio: 'pipe',
    serviceName: 'Evenhand engine',
  });
  const lines = lastLinesOf(child);
  const workers = new Map<number, UtilityProcess>();
  const send = (message: ToEngine, ports: MessagePortMain[] = []) => child.postMessage(message, ports);
  // The shipped application has no plain Node (a fuse), so the engine's workers are helper processes too, and main's.
  const startWorker = (worker: number, name: WorkerName) => {
    const process = utilityProcess.fork(join(engineDir, `${name}-worker.js`), [], {
      stdio: 'ignore', // a worker's complaints may hold words of evidence
      serviceName: `Evenhand ${name}`,
    });
    workers.set(worker, process);
    process.once('spawn', () => send({ lane: 'worker-started', worker, pid: process.pid ?? 0 }));
    process.on('message', (data) => send({ lane: 'worker', worker, data }));
    process.once('exit', (code) => {
      workers.delete(worker);
      send({ lane: 'worker-ended', worker, code });
    });
  };
  const listeners: ((data: unknown) => void)[] = [];
  let page = 0;
  child.on('message', (message) => {
    const envelope = FromEngine.parse(message);
    if (envelope.lane === 'main') for (const listener of listeners) listener(envelope.data);
    if (envelope.lane === 'start-worker') startWorker(envelope.worker, envelope.name);
    if (envelope.lane === 'worker') workers.get(envelope.worker)?.postMessage(envelope.data);
    if (envelope.lane === 'kill-worker') workers.get(envelope.worker)?.kill();
  });
  return {
    openPage() {
      const { port1, port2 } = new MessageChannelMain();
      page += 1;
      send({ lane: 'page-opened', page }, [port1]);
      return port2;
    },
    post: (data) => send({ lane: 'main', data }),
    onMessage: (listener) => listeners.push(listener),
    onEnd(listener) {
      child.once('exit', (code) => {
        for (const worker of workers.values()) worker.kill();
        listener(`ended with code ${code}`);
      });
    },
    lastLines: () => lines,
    stop: () => child.kill(),
  };
}

/** Keeps what a process wrote last, and shows it on our own stderr. The engine's log holds no words of evidence. */
function lastLinesOf(child: ChildProcess | UtilityProcess): readonly string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes) => {
      process.stderr.write(bytes);
      lines.push(...String(bytes).split('\n').filter(Boolean));
      lines.splice(0, Math.max(0, lines.length - 40));
    });
  }
  return lines;
}
