export { itemPage, itemRowById, itemsAround } from './page.ts';
export { searchItems } from './search.ts';
export { allItems, itemById, itemsBefore, keepItems, type StoredItem } from './store.ts';
