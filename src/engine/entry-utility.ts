// The engine in the helper process of the shipped Electron: ports ⇄ engine, and nothing else.
import './refuse-old-node.ts';
import { EngineSettings, type FromEngine, ToEngine, type WorkerName } from '../contract/lanes.ts';
import { hostOnNode } from './node-host.ts';
import { type Lane, serveEngine } from './serve.ts';
import type { ChildEnd, ChildLike } from './workers/host.ts';

/** A port as Electron's helper process has them; written out, since the engine imports nothing of Electron. */
interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly Port[] }) => void): void;
  start(): void;
}

interface RemoteWorker {
  pid: number | undefined;
  readonly onMessage: ((message: unknown) => void)[];
  readonly onExit: ((end: ChildEnd) => void)[];
}

const parent = (process as unknown as { readonly parentPort: Port }).parentPort;
const settings = EngineSettings.parse(JSON.parse(process.argv[2] ?? 'null'));
const send = (message: FromEngine) => parent.postMessage(message);

const workers = new Map<number, RemoteWorker>();
let lastWorker = 0;

/** Main starts the worker, because there is no plain Node in the shipped application; its messages pass by main. */
function startWorker(name: WorkerName): ChildLike {
  lastWorker += 1;
  const worker = lastWorker;
  const remote: RemoteWorker = { pid: undefined, onMessage: [], onExit: [] };
  workers.set(worker, remote);
  send({ lane: 'start-worker', worker, name });
  return {
    get pid() {
      return remote.pid;
    },
    async send(data) {
      if (!workers.has(worker)) throw new Error('the worker process is gone');
      send({ lane: 'worker', worker, data });
    },
    onMessage: (listener) => void remote.onMessage.push(listener),
    onExit: (listener) => void remote.onExit.push(listener),
    kill: () => send({ lane: 'kill-worker', worker }),
  };
}

const { createEngine } = await import('./index.ts');
const served = serveEngine(
  createEngine(hostOnNode(settings, startWorker, (line) => process.stderr.write(`${line}\n`))),
);

function portLane(port: Port): Lane {
  return {
    post: (data) => port.postMessage(data),
    listen: (hear) => {
      port.on('message', ({ data }) => hear(data));
      port.start();
    },
  };
}

let hearMain = (_data: unknown): void => undefined;
served.openMain({
  post: (data) => send({ lane: 'main', data }),
  listen: (hear) => {
    hearMain = hear;
  },
});

function workerEnded(worker: number, code: number | null): void {
  const remote = workers.get(worker);
  workers.delete(worker);
  for (const listener of remote?.onExit ?? []) listener({ code, signal: null });
}

parent.on('message', ({ data, ports }) => {
  const envelope = ToEngine.parse(data);
  const [port] = ports;
  if (envelope.lane === 'page-opened' && port) served.openPage(portLane(port));
  if (envelope.lane === 'main') hearMain(envelope.data);
  if (envelope.lane === 'worker-started') {
    const remote = workers.get(envelope.worker);
    if (remote) remote.pid = envelope.pid;
  }
  if (envelope.lane === 'worker') {
    for (const listener of workers.get(envelope.worker)?.onMessage ?? []) listener(envelope.data);
  }
  if (envelope.lane === 'worker-ended') workerEnded(envelope.worker, envelope.code);
});
