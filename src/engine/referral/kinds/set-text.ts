import type { Citation } from '../input/basics.ts';
import type { Block, Run } from '../input/composed.ts';

const CITATION = /\[([A-Z]{1,3}-[1-9]\d*)(?:, p\. ?([1-9]\d*))?(?:, ([^\]]+))?\]/g;
const BULLET = /^[-•] +/;
const NUMBER = /^\d{1,2}[.)] +/;

/** Typed words as blocks: paragraphs between empty lines, lists by their line beginnings, citations alive. */
export function setText(text: string): Block[] {
  return text
    .split(/\n[ \t]*\n/)
    .flatMap(groupsOf)
    .map(({ kind, lines }): Block => {
      if (kind === 'paragraph') return { block: 'paragraphs', text: [runOf(lines.join('\n'))] };
      const mark = kind === 'bullets' ? BULLET : NUMBER;
      return { block: 'list', ordered: kind === 'numbers', items: lines.map((line) => runOf(line.replace(mark, ''))) };
    });
}

/** The exhibits that typed words cite. */
export function citedIn(text: string): readonly string[] {
  return [...text.matchAll(CITATION)].map((match) => match[1] ?? '');
}

/** A citation as it is typed. */
export function typedCitation({ exhibit, page, passage }: Citation): string {
  return `[${[exhibit, ...(page === null ? [] : [`p. ${page}`]), ...(passage === null ? [] : [passage])].join(', ')}]`;
}

interface Group {
  readonly kind: 'paragraph' | 'bullets' | 'numbers';
  readonly lines: string[];
}

function groupsOf(paragraph: string): Group[] {
  const groups: Group[] = [];
  for (const line of paragraph.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const kind = BULLET.test(line) ? 'bullets' : NUMBER.test(line) ? 'numbers' : 'paragraph';
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups;
}

function runOf(text: string): Run {
  const run: Run = [];
  let from = 0;
  for (const match of text.matchAll(CITATION)) {
    if (match.index > from) run.push(text.slice(from, match.index));
    run.push({
      exhibit: match[1] ?? '',
      page: match[2] === undefined ? null : Number(match[2]),
      passage: match[3]?.trim() || null,
    });
    from = match.index + match[0].length;
  }
  if (from < text.length || run.length === 0) run.push(text.slice(from));
  return run;
}
