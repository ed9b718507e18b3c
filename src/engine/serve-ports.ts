import { EngineSettings, type FromEngine, ToEngine, type WorkerName } from '../contract/lanes.ts';
import { createEngine } from './index.ts';
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
  readonly hear: ((message: unknown) => void)[];
  readonly end: ((end: ChildEnd) => void)[];
}

/** Ports ⇄ engine, and nothing else. @param parent the line to main; @param settings JSON */
export function serveOverPorts(parent: Pick<Port, 'postMessage' | 'on'>, settings: string | undefined): void {
  const send = (message: FromEngine) => parent.postMessage(message);
  const workers = remoteWorkers(send);
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const host = hostOnNode(EngineSettings.parse(JSON.parse(settings ?? 'null')), workers.start, log);
  const served = serveEngine(createEngine(host, { backups: true }));
  let hearMain = (_data: unknown): void => undefined;
  served.openMain({
    post: (data) => send({ lane: 'main', data }),
    listen: (hear) => {
      hearMain = hear;
    },
  });
  parent.on('message', ({ data, ports }) => {
    const envelope = ToEngine.parse(data);
    const [port] = ports;
    if (envelope.lane === 'page-opened' && port) served.openPage(laneOn(port));
    else if (envelope.lane === 'main') hearMain(envelope.data);
    else workers.take(envelope);
  });
}

function laneOn(port: Port): Lane {
  return {
    post: (data) => port.postMessage(data),
    listen: (hear) => {
      port.on('message', ({ data }) => hear(data));
      port.start();
    },
  };
}

/** Main starts the workers, because there is no plain Node in the shipped application; their messages pass by main. */
function remoteWorkers(send: (message: FromEngine) => void) {
  const workers = new Map<number, RemoteWorker>();
  let last = 0;
  return {
    start(name: WorkerName): ChildLike {
      last += 1;
      const worker = last;
      const remote: RemoteWorker = { pid: undefined, hear: [], end: [] };
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
        onMessage: (listener) => void remote.hear.push(listener),
        onExit: (listener) => void remote.end.push(listener),
        kill: () => send({ lane: 'kill-worker', worker }),
      };
    },
    take(envelope: ToEngine): void {
      if (envelope.lane !== 'worker-started' && envelope.lane !== 'worker' && envelope.lane !== 'worker-ended') return;
      const remote = workers.get(envelope.worker);
      if (!remote) return;
      if (envelope.lane === 'worker-started') remote.pid = envelope.pid;
      if (envelope.lane === 'worker') for (const hear of remote.hear) hear(envelope.data);
      if (envelope.lane === 'worker-ended') {
        workers.delete(envelope.worker);
        for (const tell of remote.end) tell({ code: envelope.code, signal: null });
      }
    },
  };
}
