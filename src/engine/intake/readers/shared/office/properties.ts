import type { ItemDraft } from '../../../../../contract/item.ts';
import type { Moment } from '../../../../../contract/moment.ts';
import type { ZipPackage } from '../container/zip-package.ts';
import { isoMoment } from '../page/iso-moment.ts';
import { eventsOf, type Notes, partText } from './parts.ts';

export interface OfficeProperties {
  readonly title: string | null;
  readonly createdAt: Moment | null;
  readonly facts: ItemDraft['facts'];
}

/** The values of the elements of a part of properties, by local name; the first of a name counts. */
export async function propertyValues(zip: ZipPackage, part: string, notes: Notes): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  const text = await partText(zip, part, notes);
  let open: string | null = null;
  for (const event of text === null ? [] : eventsOf(text, notes)) {
    if (event.kind === 'open') open = event.local;
    else if (event.kind === 'close') open = null;
    else if (open !== null && event.text.trim() !== '' && !values.has(open)) {
      values.set(open, event.text.trim().slice(0, 500));
    }
  }
  return values;
}

/** Facts of a document in the order of `labels`, those that it does not tell left out. */
export function labelled(
  values: ReadonlyMap<string, string>,
  labels: readonly (readonly [string, string])[],
): ItemDraft['facts'] {
  return labels.flatMap(([name, label]) => {
    const value = values.get(name);
    return value === undefined ? [] : [{ label, value }];
  });
}

const coreLabels = [
  ['creator', 'Author named in the file'],
  ['lastModifiedBy', 'Last changed by'],
  ['modified', 'Changed at'],
  ['lastPrinted', 'Last printed'],
  ['revision', 'Times saved'],
  ['subject', 'Subject'],
  ['keywords', 'Keywords'],
  ['category', 'Category'],
  ['description', 'Remarks in the file'],
] as const;
const appLabels = [
  ['Application', 'Made with'],
  ['AppVersion', 'Version of the program'],
  ['Company', 'Company named in the file'],
  ['Manager', 'Manager named in the file'],
  ['Template', 'Template'],
  ['TotalTime', 'Minutes of editing'],
] as const;

/** What an Office file says of itself (docProps); names there are often those of a computer's user. */
export async function officeProperties(zip: ZipPackage, notes: Notes, zone: string | null): Promise<OfficeProperties> {
  const core = await propertyValues(zip, 'docProps/core.xml', notes);
  const app = await propertyValues(zip, 'docProps/app.xml', notes);
  const created = core.get('created');
  return {
    title: core.get('title') ?? null,
    createdAt: created === undefined ? null : isoMoment(created, zone, 'container'),
    facts: [...labelled(core, coreLabels), ...labelled(app, appLabels)],
  };
}
