import { headerValue } from '../mime/headers.ts';
import type { MimePart } from '../mime/parts.ts';
import { decodePage } from './page-charset.ts';

/** The parts that hold something, in the order of the file. */
export function leavesOf(root: MimePart): MimePart[] {
  const leaves: MimePart[] = [];
  const stack: MimePart[] = [root];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (part.children.length === 0) leaves.push(part);
    for (let at = part.children.length - 1; at >= 0; at -= 1) {
      const child = part.children[at];
      if (child !== undefined) stack.push(child);
    }
  }
  return leaves;
}

export const isPage = (part: MimePart): boolean => /^(?:text\/html|application\/xhtml\+xml)$/.test(part.type);

export const locationOf = (part: MimePart): string | null => headerValue(part.headers, 'content-location');

/** The part that the file names as its start, else its first page. */
export function mainPart(root: MimePart, leaves: readonly MimePart[]): MimePart | null {
  const start = root.typeParameters.get('start')?.replace(/^<|>$/g, '');
  const named = start === undefined ? undefined : leaves.find((part) => part.contentId === start && isPage(part));
  return named ?? leaves.find(isPage) ?? leaves.find((part) => part.type === 'text/plain') ?? null;
}

export interface PartWords {
  readonly html: string;
  readonly warning: string | null;
}

/** The letters of a part that is a page. */
export function wordsOf(part: MimePart): PartWords {
  const { text, warning } = decodePage(part.content(), part.typeParameters.get('charset') ?? null);
  return { html: text, warning };
}
