export { startNewPassphrase } from './new-passphrase.ts';
