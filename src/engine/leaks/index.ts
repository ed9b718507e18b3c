export { findLeaks } from './find-leaks.ts';
export { fold, keyOf } from './fold.ts';
export { LeakJob, LeakReport } from './leak-job.ts';
export { escaped, foldsOf, type Hit, hitOf, hitsIn, type Needle } from './needle.ts';
