import { dirname } from 'node:path';
import { EngineSettings, type FromEngine, ToEngine } from '../contract/lanes.ts';
import { createEngine } from './index.ts';
import { hostOnNode, workerEntry } from './node-host.ts';
import { type Lane, serveEngine } from './serve.ts';
import { startNodeWorker } from './workers/host.ts';

/** IPC ⇄ engine, and nothing else. @param entry path of the entry, beside which the workers' lie; @param settings JSON */
export function serveOverIpc(entry: string, settings: string | undefined): void {
  const host = hostOnNode(
    EngineSettings.parse(JSON.parse(settings ?? 'null')),
    (name) => startNodeWorker(workerEntry(dirname(entry), name, entry.endsWith('.js'))),
    (line) => process.stderr.write(`${line}\n`),
  );
  const engine = createEngine(host, { backups: true });
  const served = serveEngine(engine);

  let openPage: { readonly page: number; readonly hear: (data: unknown) => void } | null = null;
  const send = (message: FromEngine) => {
    // Main may go between the question and the answer; what it will not hear is lost with it.
    if (process.connected) process.send?.(message, undefined, {}, () => undefined);
  };

  function pageLane(page: number): Lane {
    return {
      post: (data) => send({ lane: 'page', page, data }),
      listen: (hear) => {
        openPage = { page, hear };
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

  process.on('message', (message) => {
    const envelope = ToEngine.parse(message);
    if (envelope.lane === 'page-opened') served.openPage(pageLane(envelope.page));
    if (envelope.lane === 'page' && envelope.page === openPage?.page) openPage.hear(envelope.data);
    if (envelope.lane === 'main') hearMain(envelope.data);
  });

  // Main is gone, by quitting or by a crash: close the case as one clean file, then go. No orphan stays behind.
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), 4_000).unref();
    void engine.close().finally(() => process.exit(0));
  });
}
