/**
 * Numbers of items that lists, search and suggestions leave out: those of a reading that was withdrawn. They stay in the
 * case file and can be opened from whatever points at them.
 */
export const HIDDEN_NUMBERS =
  'SELECT number FROM item WHERE reading_id IN (SELECT id FROM reading WHERE withdrawn = 1)';
