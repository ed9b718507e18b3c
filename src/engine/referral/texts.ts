import type { z } from 'zod';
import type { CitableExhibit, DocumentAddress, DocumentText, EditDocumentText } from '../../contract/document.ts';
import { must, raise } from '../../contract/errors.ts';
import { sha256Of } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { chargedOf } from './gather/allegations.ts';
import { exhibitsFor } from './gather/exhibits.ts';
import { scopeFor } from './gather/scope.ts';
import { textsOf } from './kinds/compose.ts';
import { dropEdit, keepEdit } from './kinds/edits.ts';
import { composedKinds } from './kinds/index.ts';
import { citedIn } from './kinds/set-text.ts';
import { composedKind } from './known-kinds.ts';

type Address = z.output<typeof DocumentAddress>;

/** The stretches of a document that may be edited; none in the referral, whose words are recorded in their own rooms. */
export async function textsFor(engine: EngineCore, { kind, respondentId, language }: Address): Promise<DocumentText[]> {
  if (kind === 'disciplinary-referral') return [];
  return textsOf(await scopeFor(engine, respondentId), composedKind(kind), language);
}

/** What may be cited: the exhibits of the allegations against this employee. */
export async function citableExhibits(
  engine: EngineCore,
  respondentId: string | null,
): Promise<z.infer<typeof CitableExhibit>[]> {
  const scope = await scopeFor(engine, respondentId);
  const { list } = exhibitsFor(scope, [...chargedOf(scope).links.values()]);
  return list.map(({ number, title, pages }) => ({ number, title, pages }));
}

/** Puts a person's words in the place of drafted ones, or takes the draft again. @throws bad-input, not-found, document-failed */
export async function editText(
  engine: EngineCore,
  { kind: named, respondentId, language, part, words }: z.output<typeof EditDocumentText>,
): Promise<DocumentText> {
  const kind = composedKind(named);
  const scope = await scopeFor(engine, respondentId);
  const found =
    textsOf(scope, kind, language).find((text) => text.part === part) ?? raise('not-found', { what: 'part' });
  if (words !== null) await assertCitable(engine, respondentId, words);
  const place = { kind, language, respondentId: scope.respondent.id };
  const about = `${words === null ? 'Took the drafted words again' : 'Wrote words'} in: ${composedKinds[kind].title.en.toLowerCase()} for person ${scope.respondent.number}`;
  engine.record({ did: 'document.edit', about, reversible: true }, (db) => {
    if (words === null) dropEdit(db, place, part);
    else {
      const draftedSha256 = sha256Of(Buffer.from(found.drafted, 'utf8'));
      const edit = { part, words, draftedSha256, by: engine.by, at: engine.host.now() };
      keepEdit(db, place, edit, engine.host.newId());
    }
  });
  engine.changed('documents');
  const after = textsOf(scope, kind, language).find((text) => text.part === part);
  return must(after, 'the part is still there');
}

async function assertCitable(engine: EngineCore, respondentId: string | null, words: string): Promise<void> {
  const known = new Set((await citableExhibits(engine, respondentId)).map(({ number }) => number));
  const missing = citedIn(words).find((number) => !known.has(number));
  if (missing !== undefined) raise('bad-input', { why: `there is no exhibit ${missing} to cite.` });
}
