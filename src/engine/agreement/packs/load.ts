import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Reads one pack from its YAML text; `where` names it in the error that says what is wrong. */
export function parsePack(text: string, where: string): AgreementPack {
  return parseYaml(text, AgreementPack, where);
}

/** Agreements and the packs of units without one: every `resources/agreements/<id>/<version>.yaml`. Throws where one cannot be read. */
export function loadAgreements(resourcesDir: string): readonly AgreementPack[] {
  return yamlFilesUnder(join(resourcesDir, 'agreements')).map((file) => parsePack(readFileSync(file, 'utf8'), file));
}

/** Laws: every `resources/laws/<state>/*.yaml`. Throws where one cannot be read. */
export function loadLaws(resourcesDir: string): readonly AgreementPack[] {
  return yamlFilesUnder(join(resourcesDir, 'laws')).map((file) => parsePack(readFileSync(file, 'utf8'), file));
}

/** Reads one calendar from its YAML text. */
function parseCalendar(text: string, where: string): StepCalendar {
  return parseYaml(text, StepCalendar, where);
}

/** The calendar `resources/calendars/<id>.yaml`, one file a district with all its school years. Throws where there is none. */
export function loadCalendar(resourcesDir: string, id: string): StepCalendar {
  if (!/^[a-z0-9-]+$/.test(id)) throw new Error(`${id} is not the name of a calendar.`);
  const file = join(resourcesDir, 'calendars', `${id}.yaml`);
  return parseCalendar(readFileSync(file, 'utf8'), file);
}

/** Every calendar of the resources. */
export function loadCalendars(resourcesDir: string): readonly StepCalendar[] {
  return yamlFilesUnder(join(resourcesDir, 'calendars')).map((file) => parseCalendar(readFileSync(file, 'utf8'), file));
}
