import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { AgreementPack } from '../../../contract/agreement.ts';
import type { PackFault } from '../../../contract/agreement-shelf.ts';
import type { StepCalendar } from '../../../contract/steps.ts';
import { checkAgreementPacks } from './check.ts';
import { writtenFaults, yamlWords } from './fault-words.ts';

type Path = readonly (string | number)[];

/** What stands at a place: the name of a field, or an entry of a list. */
function nodeAt(document: Document.Parsed, path: Path): unknown {
  const key = path.at(-1);
  if (key === undefined) return document.contents;
  const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(around) ? around.items.find((each) => isScalar(each.key) && each.key.value === key) : undefined;
  return pair?.key ?? document.getIn(path, true);
}

/** The line, from 1, of the place in a text, or of the nearest part around it that is written. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nodeAt(document, path.slice(0, length));
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
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
  [/^unit (.+)$/, 'units', 'code'],
  [/^ageing of (.+)$/, 'ageing', 'item'],
];

const OF_LEVEL: Readonly<Record<string, string>> = { filing: 'file', meeting: 'meet', answer: 'answer' };

/** Where the levels of a grievance say what became a step: `step grievance-2-answer` is the answer of level 2. */
function pathInGrievance(where: string, pack: AgreementPack): Path | null {
  if (/^(step arbitration-demand|arbitration)$/.test(where)) return ['grievance', 'arbitration'];
  const [, made, what, level = made] = /^(?:step grievance-(\d+)-(\w+)|grievance level (\d+))$/.exec(where) ?? [];
  if (level === undefined) return null;
  const index = pack.grievance?.levels.findLastIndex((each) => each.level === Number(level)) ?? -1;
  if (index < 0) return ['grievance'];
  const part = OF_LEVEL[what ?? ''];
  return ['grievance', 'levels', index, ...(part === undefined ? [] : [part])];
}

/** Where a problem of the checker stands in the text: `step response` is the step with that id. */
function pathOfPlace(where: string, pack: AgreementPack): Path {
  for (const [pattern, list, key] of PLACES) {
    const name = pattern.exec(where)?.[1];
    if (name === undefined) continue;
    const entries: readonly object[] = Reflect.get(pack, list);
    const index = entries.findIndex((entry) => Reflect.get(entry, key) === name);
    if (index >= 0) return [list, index];
  }
  return pathInGrievance(where, pack) ?? [where];
}

type Beside = { readonly packs: readonly AgreementPack[]; readonly calendars: readonly StepCalendar[] | null };

/** What is wrong with a pack as it is written, each with its place and line; and what was read of it. */
export function checkPackText(
  yaml: string,
  beside: Beside,
): { readonly faults: readonly PackFault[]; readonly read: unknown; readonly pack: AgreementPack | null } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  // What YAML says of a text after its first fault mostly follows from that one.
  const [broken] = document.errors;
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line;
    const faults = [{ where: 'the text', problem: yamlWords(broken), line, path: [] }];
    return { faults, read: null, pack: null };
  }
  const read: unknown = document.toJS({ maxAliasCount: 100 });
  const parsed = AgreementPack.safeParse(read);
  if (!parsed.success) {
    const faults = writtenFaults(parsed.error.issues, read).map(({ path, problem }) => ({
      where: placeWords(path, read),
      problem,
      line: lineOf(document, lines, path),
      path: [...path],
    }));
    return { faults, read, pack: null };
  }
  const pack = parsed.data;
  const others = beside.packs.filter(({ id, version }) => id !== pack.id || version !== pack.version);
  const faults = checkAgreementPacks([pack, ...others], beside.calendars)
    .filter((problem) => problem.pack === `${pack.id}@${pack.version}`)
    .map(({ where, problem }) => {
      const path = pathOfPlace(where, pack);
      return { where, problem, line: lineOf(document, lines, path), path: [...path] };
    });
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
