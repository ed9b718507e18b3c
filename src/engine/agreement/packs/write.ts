import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { AgreementPack } from '../../../contract/agreement.ts';
import type { PackFault } from '../../../contract/agreement-shelf.ts';
import type { StepCalendar } from '../../../contract/steps.ts';
import { checkAgreementPacks } from './check.ts';

type Path = readonly (string | number)[];

/** The line, from 1, of the place in a text, or of the nearest part around it that is written. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

function keysOf(path: readonly PropertyKey[]): Path {
  return path.map((key) => (typeof key === 'symbol' ? String(key) : key));
}

/** `steps 4 (interview-notice), limits 1, days`: a place as a person finds it. */
function placeWords(path: Path, read: unknown): string {
  let at = read;
  const words = path.map((key) => {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    if (typeof key !== 'number') return key;
    const name = typeof at === 'object' && at !== null ? (Reflect.get(at, 'id') ?? Reflect.get(at, 'no')) : undefined;
    return typeof name === 'string' ? `${key + 1} (${name})` : String(key + 1);
  });
  return words.join(', ').replace(/, (\d+)/g, ' $1') || 'the pack';
}

const PLACES: readonly (readonly [RegExp, string, string])[] = [
  [/^step (.+)$/, 'steps', 'id'],
  [/^gate (.+)$/, 'gates', 'id'],
  [/^article (.+)$/, 'articles', 'no'],
];

/** Where a problem of the checker stands in the text: `step response` is the step with that id. */
function pathOfPlace(where: string, pack: AgreementPack): Path {
  for (const [pattern, list, key] of PLACES) {
    const name = pattern.exec(where)?.[1];
    if (name === undefined) continue;
    const entries: readonly object[] = Reflect.get(pack, list);
    const index = entries.findIndex((entry) => Reflect.get(entry, key) === name);
    if (index >= 0) return [list, index];
  }
  return [where];
}

type Beside = { readonly packs: readonly AgreementPack[]; readonly calendars: readonly StepCalendar[] | null };

/** What is wrong with a pack as it is written, each with its place and line; and what was read of it. */
export function checkPackText(
  yaml: string,
  beside: Beside,
): { readonly faults: readonly PackFault[]; readonly read: unknown; readonly pack: AgreementPack | null } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      where: 'the text',
      problem: error.message,
      line: lines.linePos(error.pos[0]).line,
    }));
    return { faults, read: null, pack: null };
  }
  const read: unknown = document.toJS({ maxAliasCount: 100 });
  const parsed = AgreementPack.safeParse(read);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const path = keysOf(issue.path);
      return { where: placeWords(path, read), problem: issue.message, line: lineOf(document, lines, path) };
    });
    return { faults, read, pack: null };
  }
  const pack = parsed.data;
  const others = beside.packs.filter(({ id, version }) => id !== pack.id || version !== pack.version);
  const faults = checkAgreementPacks([pack, ...others], beside.calendars)
    .filter((problem) => problem.pack === `${pack.id}@${pack.version}`)
    .map(({ where, problem }) => ({ where, problem, line: lineOf(document, lines, pathOfPlace(where, pack)) }));
  return { faults, read, pack };
}

/** Changes one place of a pack's text and leaves the rest, comments included, as it is; `undefined` takes the place out. */
export function editPackText(yaml: string, path: Path, value: unknown): string {
  const document = parseDocument(yaml, { prettyErrors: false });
  if (document.errors.length > 0) return yaml;
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value));
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
