export { compartments, setCompartments } from './compartments.ts';
export { copiesMade } from './copies.ts';
export { startExport } from './export-case.ts';
export { safeName } from './names.ts';
