import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DocumentError } from '../input/document-error.ts';

/** The folder of templates: looked for upwards from this code, so that it is found from the sources and from a build alike. */
export function findTemplates(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (dirname(folder) !== folder) {
    const templates = join(folder, 'resources', 'templates');
    if (existsSync(join(templates, 'house.typ'))) return templates;
    folder = dirname(folder);
  }
  throw new DocumentError('document-template-missing', 'The folder of templates is missing. Install Evenhand again.');
}

/** All templates by file name. An import of a package from a network is refused. */
export function readTemplates(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.typ'));
  const templates = new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  for (const [name, source] of templates)
    if (/["']@/.test(source))
      throw new DocumentError('document-template-missing', `The template ${name} asks for a package from a network.`);
  return templates;
}
