import { safeStorage } from 'electron';

/** Encrypts small private things with a key that the system's keychain holds for this user. */
export interface Sealer {
  seal(text: string): Uint8Array;
  open(sealed: Uint8Array): string;
}

/**
 * The system's keychain, or null where there is none. On Linux without one Electron offers a key that stands in its own
 * program text: that protects nothing, and is not used. Ask only when the app is ready.
 */
export function systemSealer(): Sealer | null {
  if (!safeStorage.isEncryptionAvailable() || isPretence()) return null;
  return {
    seal: (text) => safeStorage.encryptString(text),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
  };
}

function isPretence(): boolean {
  if (process.platform !== 'linux') return false;
  // Older versions cannot say which keychain they use; they are for tests only.
  const ask: unknown = Reflect.get(safeStorage, 'getSelectedStorageBackend');
  if (typeof ask !== 'function') return true;
  const backend: unknown = Reflect.apply(ask, safeStorage, []);
  return backend === 'basic_text' || backend === 'unknown';
}
