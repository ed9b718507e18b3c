import { describe, expect, test } from 'vitest';
import { findInHandbook, pagesOf } from '../../src/renderer/screens/handbook/find.ts';
import { english } from '../../src/renderer/words/index.ts';

const { handbook } = english;
const find = (query: string) => findInHandbook(handbook, query);

describe('the handbook', () => {
  test('finds places by all of their words, in any case and without accents', () => {
    expect(find('SNOW day').map(({ page }) => page)).toEqual(['steps']);
    expect(find('pássphrase récovery').map(({ page }) => page)).toContain('protecting');
    expect(find('friend request')[0]).toMatchObject({ page: 'evidence', title: 'Bringing in evidence' });
  });
  test('finds a page by its title alone, and a term by its meaning', () => {
    expect(find('documents')[0]?.title).toBeDefined();
    expect(find('labor')).toEqual([]);
    expect(find('representative interview').map(({ title }) => title)).toContain('Weingarten');
  });
  test('finds nothing for no words, and each place once', () => {
    expect(find('   ')).toEqual([]);
    const places = find('the').map(({ page, title, words }) => `${page} ${title} ${words}`);
    expect(places.length).toBeGreaterThan(20);
    expect(new Set(places).size).toBe(places.length);
  });
  test('names every room of the rail somewhere', () => {
    const all = pagesOf(handbook)
      .flatMap(([, page]) => [
        page.title,
        page.about,
        ...page.sections.flatMap(({ heading, text }) => [heading, ...text]),
      ])
      .join(' ')
      .toLowerCase();
    for (const room of [
      'Evidence',
      'Clause grid',
      'People',
      'Findings',
      'Best case',
      'Steps',
      'Documents',
      'Evidence record',
    ]) {
      expect(all, room).toContain(room.toLowerCase());
    }
  });
  test('calls things by the words that the window has on them', () => {
    for (const words of [english.firstEvening.way, english.frame.screens.evidence]) {
      expect(JSON.stringify(handbook.pages)).toContain(words);
    }
  });
});
