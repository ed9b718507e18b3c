import { handbookPages } from './pages.ts';
import { handbookTerms } from './terms.ts';

/** The handbook inside the program: found offline, searched by its words. */
export const handbook = {
  name: 'Handbook',
  open: 'Open the handbook',
  about: 'What each room is for, and what the words mean. It lies in the program itself.',
  close: 'Close the handbook',
  contents: 'Contents',
  search: 'Search the handbook',
  found: (count: number) =>
    count === 0 ? 'Nothing in the handbook has all of these words.' : count === 1 ? '1 place' : `${count} places`,
  terms: 'Words and their meaning',
  termsAbout: 'Terms of law and of hearings, in plain words. Not legal advice.',
  pages: handbookPages,
  list: handbookTerms,
};
