export { corrections, correctWords, renewWords, withdrawCorrection } from './corrections.ts';
export { countItems, itemPage, itemRowById, itemsAround } from './page.ts';
export { renewPersonWords } from './person-words.ts';
export { searchItems } from './search.ts';
export { clearSettledTimes, daysOf, keepSettledTime, sumOfSettledTimes } from './settled-times.ts';
export { allItems, itemAsRead, itemById, itemsBefore, itemsBeyond, keepItems, type StoredItem } from './store.ts';
export { recordTranslation, translations, withdrawTranslation } from './translations.ts';
