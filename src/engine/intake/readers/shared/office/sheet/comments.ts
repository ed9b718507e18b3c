import type { ZipPackage } from '../../container/zip-package.ts';
import { eventsOf, type Notes, partText } from '../parts.ts';

interface Comment {
  readonly reference: string;
  readonly author: string | null;
  readonly date: string | null;
  text: string;
}

/** Names of the people who commented, by their id (threaded comments name them apart). */
async function peopleOf(zip: ZipPackage, notes: Notes): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>();
  for (const name of zip.names.filter((each) => /^xl\/persons\/[^/]+\.xml$/i.test(each))) {
    const xml = await partText(zip, name, notes);
    for (const event of xml === null ? [] : eventsOf(xml, notes)) {
      if (event.kind !== 'open' || event.local !== 'person') continue;
      people.set(event.attributes.get('id') ?? '', event.attributes.get('displayName') ?? '');
    }
  }
  return people;
}

interface State {
  readonly comments: Comment[];
  readonly authors: string[];
  readonly people: ReadonlyMap<string, string>;
  letters: 'author' | 'text' | null;
}

function openElement(state: State, local: string, attributes: ReadonlyMap<string, string>): void {
  if (local === 'author') state.letters = 'author';
  else if (local === 't' || local === 'text') state.letters = 'text';
  else if (local === 'comment' || local === 'threadedComment') {
    const author =
      state.people.get(attributes.get('personId') ?? '') ?? state.authors[Number(attributes.get('authorId') ?? -1)];
    const reference = attributes.get('ref') ?? '';
    state.comments.push({ reference, author: author ?? null, date: attributes.get('dT') ?? null, text: '' });
  }
}

function commentsIn(xml: string, people: ReadonlyMap<string, string>, notes: Notes): Comment[] {
  const state: State = { comments: [], authors: [], people, letters: null };
  for (const event of eventsOf(xml, notes)) {
    if (event.kind === 'open') openElement(state, event.local, event.attributes);
    else if (event.kind === 'close') state.letters = null;
    else if (state.letters === 'author') state.authors.push(event.text);
    else if (state.letters === 'text') {
      const last = state.comments.at(-1);
      if (last !== undefined) last.text += event.text;
    }
  }
  return state.comments;
}

const told = ({ reference, author, date, text }: Comment): string =>
  `${reference}, ${author === null || author === '' ? 'somebody who is not named' : author}${date === null ? '' : ` (${date})`}: ${text.trim()}`;

/** The comments on cells, one a line under a heading; empty where there are none. */
export async function sheetComments(zip: ZipPackage, notes: Notes): Promise<string> {
  const people = await peopleOf(zip, notes);
  const threaded = zip.names.filter((name) => /^xl\/threadedComments\/[^/]+\.xml$/i.test(name));
  // What stands in the older part beside threads only says that there are threads.
  const parts = threaded.length > 0 ? threaded : zip.names.filter((name) => /^xl\/comments[^/]*\.xml$/i.test(name));
  const lines: string[] = [];
  for (const name of parts) {
    const xml = await partText(zip, name, notes);
    if (xml !== null)
      lines.push(
        ...commentsIn(xml, people, notes)
          .filter((each) => each.text.trim() !== '')
          .map(told),
      );
  }
  return lines.length === 0 ? '' : `[Comments]\n${lines.join('\n')}`;
}
