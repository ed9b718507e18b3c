export { startSalvage } from './salvage.ts';
