/** The line from a worker process to the one that started it. */
export interface ParentPort {
  post(message: unknown): Promise<void>;
  onMessage(listener: (message: unknown) => void): void;
}

interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function isUtilityPort(port: unknown): port is UtilityPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port;
}

/**
 * Finds the line to the parent: a utility process has `process.parentPort`, a Node child `process.send`. A Node child whose
 * parent is gone ends, so that no orphan stays behind.
 */
export function parentPort(): ParentPort {
  const utility: unknown = Reflect.get(process, 'parentPort');
  if (isUtilityPort(utility)) {
    return {
      post: async (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', (event) => listener(event.data)),
    };
  }
  process.on('disconnect', () => process.exit(0));
  return {
    post: (message) =>
      new Promise((resolve, reject) => {
        if (process.send === undefined) reject(new Error('no parent process'));
        else process.send(message, undefined, {}, (error) => (error === null ? resolve() : reject(error)));
      }),
    onMessage: (listener) => {
      process.on('message', listener);
    },
  };
}
