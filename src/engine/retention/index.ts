export { destroyCase } from './destroy.ts';
export { approveDestruction, closeForGood, retentionView } from './retention.ts';
