import type { DocumentAudience } from '../../../contract/document.ts';
import type { Person } from '../../../contract/person.ts';
import { type ReadableDb, text } from '../../case-file/index.ts';
import type { EngineCore } from '../../core.ts';
import { itemById } from '../../items/index.ts';
import {
  decidedRegions,
  decidedWords,
  profileOf,
  Redaction,
  redactionLore,
  wordsUnder,
} from '../../redaction/index.ts';

/** What is taken out of a document of this case for an audience, by the people in it and by what was decided. */
export function redactionFor(
  engine: EngineCore,
  people: readonly Person[],
  { audience, written }: { readonly audience: DocumentAudience; readonly written: readonly string[] },
): Redaction {
  const { session, host } = engine;
  const db = session.file.connection.readable;
  const profile = profileOf(host.resourcesDir, audience);
  const regions = decidedRegions(db);
  const applied = regions.filter(
    ({ decision, audiences }) => decision === 'remove' && (audiences === null || audiences.includes(audience)),
  );
  const district = session.district;
  return new Redaction({
    profile,
    names: redactionLore(host.resourcesDir).names,
    people,
    officials: [
      engine.actor.name,
      ...(district === null ? [] : [district.letterhead.superintendent, ...district.people.map(({ name }) => name)]),
    ],
    words: decidedWords(db, audience),
    regions,
    covered: applied.flatMap((region) =>
      pictureItems(db, region.evidenceId).flatMap((item) =>
        wordsUnder(item, [region.box]).map(({ start, end }) => ({ words: item.text.slice(start, end), region })),
      ),
    ),
    written,
  });
}

function pictureItems(db: ReadableDb, evidenceId: string) {
  return db
    .all('SELECT id FROM item WHERE evidence_id = ?', evidenceId)
    .map((row) => itemById(db, text(row, 'id')))
    .filter((stored) => stored !== null)
    .map(({ item }) => item)
    .filter(({ kind }) => kind === 'picture');
}
