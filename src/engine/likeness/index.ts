export { linkAlike } from './link.ts';
export { keepPrint } from './prints.ts';
export { alikeTo } from './views.ts';
