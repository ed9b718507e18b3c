import { createBirpc } from 'birpc';
import { enginePortMessage } from '../../contract/bridge.ts';
import { EvenhandError, wordsOf } from '../../contract/errors.ts';
import type { PageEars, PageLane } from '../../contract/lanes.ts';
import type { EngineState } from '../../contract/os.ts';
import type { EngineEvent, Reply } from '../../contract/wire.ts';
import type { EngineLink } from './link.ts';

/** The engine as a page reaches it. Every call is answered: when the engine ends, with the kind `engine-stopped`. */
export interface EngineClient extends EngineLink {
  /** Hears the present state at once, then every change of it. @returns a function that ends the subscription */
  onState(listener: (state: EngineState) => void): () => void;
}

type Line = PageLane & { $close(error?: Error): void };

/**
 * Connects the page with its engine, and again after every restart of it. A restarted engine has no case open, which the
 * page hears as `case-closed`.
 */
export function connectToEngine(): EngineClient {
  const events = new Set<(event: EngineEvent) => void>();
  const states = new Set<(state: EngineState) => void>();
  let state: EngineState = { state: 'running' };
  let line: Line | null = null;
  let restarted = false;
  /** Calls made before the port is there. */
  let waiting: ((line: Line | null) => void)[] = [];

  function cut(): void {
    line?.$close(new Error('the engine stopped'));
    line = null;
  }

  function settle(next: Line | null): void {
    cut();
    line = next;
    for (const resume of waiting) resume(next);
    waiting = [];
  }

  window.addEventListener('message', (message) => {
    const [port] = message.ports;
    if (message.source !== window || message.data !== enginePortMessage || !port) return;
    settle(lineOn(port, (event) => tellAll(events, event)));
    if (restarted) tellAll(events, { kind: 'case-closed' });
    restarted = false;
  });
  window.evenhand.onEngineState((next) => {
    state = next;
    if (next.state !== 'running') restarted = true;
    // What is on its way is answered now; what comes while it restarts waits for the new port.
    if (next.state === 'restarting') cut();
    if (next.state === 'stopped') settle(null);
    tellAll(states, next);
  });
  void window.evenhand.connectEngine();

  const ready = (): Promise<Line | null> =>
    line || state.state === 'stopped' ? Promise.resolve(line) : new Promise((resolve) => waiting.push(resolve));

  return {
    async call(name, input) {
      const open = await ready();
      if (!open) return stopped();
      return open.call(name, input).catch(stopped);
    },
    subscribe: (listener) => listenTo(events, listener),
    onState(listener) {
      listener(state);
      return listenTo(states, listener);
    },
  };
}

function lineOn(port: MessagePort, onEvent: (event: EngineEvent) => void): Line {
  const ears: PageEars = { event: onEvent };
  return createBirpc<PageLane, PageEars>(ears, {
    post: (data) => port.postMessage(data),
    on: (listen) => {
      port.onmessage = ({ data }) => listen(data);
    },
    off: () => port.close(),
    timeout: -1, // a long call is no fault; an engine that ends answers everything through $close
    resolver: (name, found) => (Object.hasOwn(ears, name) ? found : undefined),
  });
}

function stopped(): Reply {
  const error = new EvenhandError('engine-stopped');
  return { ok: false, error: { kind: 'engine-stopped', ...wordsOf(error), ref: '' } };
}

function tellAll<Value>(listeners: ReadonlySet<(value: Value) => void>, value: Value): void {
  for (const listener of listeners) listener(value);
}

function listenTo<Value>(listeners: Set<(value: Value) => void>, listener: (value: Value) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
