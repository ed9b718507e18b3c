import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DocumentAudience } from '../../contract/document.ts';
import { must } from '../../contract/errors.ts';
import { type RedactionGround, type RedactionProfile, RedactionProfiles } from '../../contract/redaction.ts';
import type { NameLore } from './names.ts';

const Names = z.strictObject({ short: z.record(z.string(), z.array(z.string())), ordinary: z.string() });

interface Lore extends z.infer<typeof RedactionProfiles> {
  readonly names: NameLore;
}

const loaded = new Map<string, Lore>();

/** What is taken out for whom, on which grounds, and what is known of names: data of the program, read once. */
export function redactionLore(resourcesDir: string): Lore {
  const known = loaded.get(resourcesDir);
  if (known !== undefined) return known;
  const read = (name: string): unknown => parse(readFileSync(join(resourcesDir, 'redaction', name), 'utf8'));
  const names = Names.parse(read('names.yaml'));
  const lore = {
    ...RedactionProfiles.parse(read('profiles.yaml')),
    names: {
      short: new Map(Object.entries(names.short)),
      ordinary: new Set(names.ordinary.split(/\s+/).filter((word) => word !== '')),
    },
  };
  loaded.set(resourcesDir, lore);
  return lore;
}

export function profileOf(resourcesDir: string, audience: DocumentAudience): RedactionProfile {
  const { profiles } = redactionLore(resourcesDir);
  return must(
    profiles.find(({ id }) => id === audience),
    'every audience has a profile',
  );
}

/** A ground by its id; one that is no longer among the data is named as it was recorded. */
export function groundOf(resourcesDir: string, id: string): RedactionGround {
  const { grounds } = redactionLore(resourcesDir);
  return (
    grounds.find((ground) => ground.id === id) ?? { id: 'recorded', words: id, source: 'As recorded', confirmed: false }
  );
}

/** A ground as a log prints it behind the reason: the source, or that none is named. */
export function groundWords({ id, words, source, confirmed }: RedactionGround): string {
  if (id === 'district-rule') return `${words}. ${source}`;
  return `${source}${confirmed ? '' : ' (to be confirmed)'}`;
}
