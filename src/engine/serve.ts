import { createBirpc } from 'birpc';
import type { MainLane, PageEars, PageLane } from '../contract/lanes.ts';
import { BlobRequest, type EngineApi } from '../contract/wire.ts';

/** One way to one listener; what lies on it is plain data. */
export interface Lane {
  post(data: unknown): void;
  listen(listener: (data: unknown) => void): void;
}

/** An engine behind lanes: one for the page, renewed at every load of it, and one for main. */
export interface ServedEngine {
  openPage(lane: Lane): void;
  openMain(lane: Lane): void;
}

/** Lets others ask the engine over lanes, and nothing else of it. */
export function serveEngine(engine: EngineApi): ServedEngine {
  let closePage = (): void => undefined;
  return {
    openPage(lane) {
      closePage();
      const answers: PageLane = { call: (name, input) => engine.call(String(name), input) };
      const page = createBirpc<PageEars, PageLane>(answers, { ...channel(lane, answers), eventNames: ['event'] });
      const unsubscribe = engine.subscribe((event) => void page.event(event));
      closePage = () => {
        unsubscribe();
        page.$close();
      };
    },
    openMain(lane) {
      const answers: MainLane = {
        blob: (request) => engine.blob(BlobRequest.parse(request)),
        close: () => engine.close(),
      };
      createBirpc<object, MainLane>(answers, channel(lane, answers));
    },
  };
}

function channel(lane: Lane, answers: object) {
  return {
    post: (data: unknown) => lane.post(data),
    on: (listener: (data: unknown) => void) => {
      lane.listen(listener);
    },
    timeout: -1, // a call takes what it takes; the end of this process ends the waiting
    // By their own names only: `constructor` and its like are no calls.
    resolver: (name: string, found: (...args: unknown[]) => unknown) =>
      Object.hasOwn(answers, name) ? found : undefined,
  };
}
