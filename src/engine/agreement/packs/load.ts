import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AgreementPack } from '../../../contract/agreement.ts';
import { StepCalendar } from '../../../contract/steps.ts';

function yamlFilesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
    .toSorted();
}

function parseYaml<Schema extends z.ZodType>(text: string, schema: Schema, where: string): z.output<Schema> {
  const parsed = schema.safeParse(parse(text));
  if (!parsed.success) throw new Error(`${where} cannot be read:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const MOST_REMEMBERED = 200;

/** Reads a text once and remembers what it says: the same text always says the same. Errors are not remembered. */
function once<Value>(read: (text: string, where: string) => Value): (text: string, where: string) => Value {
  const known = new Map<string, Value>();
  return (text, where) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const value = read(text, where);
    known.set(text, value);
    return value;
  };
}

const packOnce = once((text, where) => parseYaml(text, AgreementPack, where));
const calendarOnce = once((text, where) => parseYaml(text, StepCalendar, where));

/** Reads one pack from its YAML text; `where` names it in the error that says what is wrong. */
export function parsePack(text: string, where: string): AgreementPack {
  return packOnce(text, where);
}

/** A pack that could not be read, and in words what is wrong with it. */
type RefusedPack = { readonly pack: string; readonly problem: string };

type PackShelf = { readonly packs: readonly AgreementPack[]; readonly refused: readonly RefusedPack[] };

/** Reads every pack below a folder of the resources; one that cannot be read is named and takes none of the others with it. */
function shelfOf(resourcesDir: string, folder: string): PackShelf {
  const packs: AgreementPack[] = [];
  const refused: RefusedPack[] = [];
  for (const file of yamlFilesUnder(join(resourcesDir, folder))) {
    const pack = relative(resourcesDir, file).replaceAll('\\', '/');
    try {
      packs.push(parsePack(readFileSync(file, 'utf8'), pack));
    } catch (error) {
      refused.push({ pack, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return { packs, refused };
}

/** Agreements and the packs of units without one: every `resources/agreements/<id>/<version>.yaml` that can be read. */
export function loadAgreements(resourcesDir: string): readonly AgreementPack[] {
  return shelfOf(resourcesDir, 'agreements').packs;
}

/** Laws: every `resources/laws/<state>/*.yaml` that can be read. */
export function loadLaws(resourcesDir: string): readonly AgreementPack[] {
  return shelfOf(resourcesDir, 'laws').packs;
}

/** The packs that could not be read: nothing is counted by them, and wherever steps are shown they are named. */
export function refusedPacks(resourcesDir: string): readonly RefusedPack[] {
  return ['agreements', 'laws'].flatMap((folder) => shelfOf(resourcesDir, folder).refused);
}

/** The text of a shipped pack as it lies in the resources. Throws where the resources hold no such pack. */
export function packText(resourcesDir: string, { id, version }: Pick<AgreementPack, 'id' | 'version'>): string {
  const texts = ['agreements', 'laws']
    .flatMap((folder) => yamlFilesUnder(join(resourcesDir, folder)))
    .map((file) => readFileSync(file, 'utf8'));
  const found = texts.find((text) => {
    const read: unknown = parse(text);
    return (
      typeof read === 'object' &&
      read !== null &&
      Reflect.get(read, 'id') === id &&
      Reflect.get(read, 'version') === version
    );
  });
  if (found === undefined) throw new Error(`The resources hold no pack ${id}@${version}.`);
  return found;
}

/** The calendar `resources/calendars/<id>.yaml`, one file a district with all its school years. Throws where there is none. */
export function loadCalendar(resourcesDir: string, id: string): StepCalendar {
  if (!/^[a-z0-9-]+$/.test(id)) throw new Error(`${id} is not the name of a calendar.`);
  const file = join(resourcesDir, 'calendars', `${id}.yaml`);
  return calendarOnce(readFileSync(file, 'utf8'), file);
}

/** Every calendar of the resources. */
export function loadCalendars(resourcesDir: string): readonly StepCalendar[] {
  return yamlFilesUnder(join(resourcesDir, 'calendars')).map((file) => calendarOnce(readFileSync(file, 'utf8'), file));
}
