export { escrowKeyId, escrowPublicKey, newEscrowKey, sealKey, unsealKey } from './escrow.ts';
export { startNewPassphrase } from './new-passphrase.ts';
export { recoverySheet } from './recovery-sheet.ts';
export { keepLockSettings, lockSettings } from './settings.ts';
