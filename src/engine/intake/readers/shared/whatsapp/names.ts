import { directionMarks } from '../parties.ts';

const plain = (text: string): string => text.replace(directionMarks, '').trim();

/** Lines of the app that name a person: `X added NAME`, `NAME left`, and the same in the other languages seen. */
const naming: readonly RegExp[] = [
  /\b(?:added|removed|añadió a|agregó a|eliminó a|a ajouté|a retiré|adicionou|removeu|ha aggiunto|ha rimosso)\s+(.{3,100})$/iu,
  /^(.{3,100}) (?:left|joined using (?:this group's|a group|your) (?:invite )?link|was added|salió|salió del grupo|se unió .{1,60}|hat die Gruppe verlassen|wurde hinzugefügt|a quitté|a été ajoutée?|saiu|entrou .{1,60}|ha abbandonato|è stat[oa] aggiunt[oa])$/iu,
];

function named(rest: string): string[] {
  return naming.flatMap((pattern) => pattern.exec(plain(rest))?.[1] ?? []).map(plain);
}

/** Fewer lines could begin alike by chance. */
const fewestLines = 2;

/**
 * Names of people that hold a colon and a blank (`Coach Ray: Track`). The first colon of a line ends a name, unless a line
 * of the app or the chat's title gives the longer name and lines of the chat begin with it.
 * @param rests what follows the date of each message
 * @returns the longest names first
 */
export function namesWithColon(rests: readonly string[], title: string | null): string[] {
  const candidates = new Set(rests.flatMap(named));
  if (title !== null) candidates.add(plain(title));
  const proven = [...candidates].filter((name) => {
    if (!/:\s/.test(name)) return false;
    const lines = rests.filter((rest) => plain(rest).startsWith(`${name}: `)).length;
    return lines >= fewestLines;
  });
  return proven.sort((a, b) => b.length - a.length);
}

/** Whether the whole line is one of the app's about a person with such a name; it then has no author. */
export const tellsOf = (rest: string, names: readonly string[]): boolean =>
  named(rest).some((name) => names.includes(name));

/** The name of the list that a line begins with, and what follows it; null where it begins with none. */
export function splitAtName(rest: string, names: readonly string[]): { author: string; text: string } | null {
  for (const name of names) {
    const at = rest.indexOf(`${name}:`);
    // Only marks that show nothing may stand before the name.
    if (at >= 0 && plain(rest.slice(0, at)) === '') {
      return { author: name, text: rest.slice(at + name.length + 1).replace(/^ /, '') };
    }
  }
  return null;
}
