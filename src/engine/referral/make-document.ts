import type { z } from 'zod';
import type { DocumentAudience, DocumentKind, DocumentLanguage, MakeDocument } from '../../contract/document.ts';
import { EvenhandError, raise } from '../../contract/errors.ts';
import { loadContent } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { evidenceById } from '../intake/index.ts';
import { veilPicture } from '../keeping/index.ts';
import { compare, type FoundAt, mapTexts } from '../redaction/index.ts';
import { audienceOf } from './audience.ts';
import { compelledWordsIn } from './gather/compelled.ts';
import type { Exhibits } from './gather/exhibits.ts';
import { gatherReferral } from './gather/referral.ts';
import { inClear, type Scope, scopeFor } from './gather/scope.ts';
import { DocumentError } from './input/document-error.ts';
import { type DocumentInput, parseDocumentInput, picturesOf } from './input/document-kinds.ts';
import { compose } from './kinds/compose.ts';
import { editsOf } from './kinds/edits.ts';
import { knownKind, titleOf } from './known-kinds.ts';
import { renderInWorker } from './render/render-in-worker.ts';

type Order = z.output<typeof MakeDocument>;
/** Words that are typed and not kept yet, by part. */
type Typed = Readonly<Record<string, string>>;

/** A document's input as its audience receives it, with what was taken out of it. */
export interface Redacted {
  readonly kind: DocumentKind;
  readonly audience: DocumentAudience;
  readonly scope: Scope;
  readonly input: DocumentInput;
  readonly exhibits: Exhibits | null;
  readonly found: readonly FoundAt[];
  /** Exact words of policies, which stand as they are. */
  readonly standing: readonly string[];
}

export interface Made extends Omit<Redacted, 'input'> {
  readonly title: string;
  readonly frozen: string;
  readonly input: DocumentInput;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

interface Gathering {
  readonly kind: string;
  readonly respondentId: string | null;
  readonly language: DocumentLanguage;
  readonly audience: DocumentAudience | null;
}

/**
 * Gathers a document twice, in clear and as its audience may have it, reads the first through for what is to go and takes
 * that out of the second, wherever it stands. It writes nothing.
 * @throws kind-unknown, language-not-offered, document-failed, no-respondent
 */
export async function redactedInput(
  engine: EngineCore,
  order: Gathering,
  draft: boolean,
  typed: Typed = {},
): Promise<Redacted> {
  const kind = knownKind(order.kind);
  const audience = order.audience ?? audienceOf(kind);
  const plain = await scopeFor(engine, order.respondentId, { audience });
  const written =
    kind === 'disciplinary-referral' ? [] : editsOf(plain, kind, order.language).map(({ words }) => words);
  const scope = await scopeFor(engine, order.respondentId, {
    audience,
    written: [...written, ...Object.values(typed)],
  });
  const gather = (from: Scope) =>
    kind === 'disciplinary-referral'
      ? gatherReferral(from, draft)
      : compose(from, kind, { draft, language: order.language, typed });
  const before = gather(inClear(scope)).input;
  const apart = compelledWordsIn(scope.db, kind, before);
  if (apart !== null) {
    raise('document-failed', {
      why: `words of a compelled statement stand in it (“${apart}”), and they belong in no document but its own record. Say it without them.`,
    });
  }
  const { redaction } = scope;
  mapTexts(before, (words) => {
    redaction.learn(words);
    return words;
  });
  const { input, exhibits } = gather(scope);
  const after = parseDocumentInput(
    kind,
    JSON.parse(JSON.stringify(mapTexts(input, (words) => redaction.fixedWords(words)))),
  );
  return {
    kind,
    audience,
    scope,
    input: after,
    exhibits,
    found: compare(redaction, before, after),
    standing: standingWords(after),
  };
}

/** Makes a document from the case as it stands. It writes nothing. @throws as redactedInput */
export async function makeDocument(engine: EngineCore, order: Order, draft: boolean, typed: Typed = {}): Promise<Made> {
  try {
    const redacted = await redactedInput(engine, order, draft, typed);
    const { kind, input, scope, exhibits } = redacted;
    const frozen = JSON.stringify(input);
    const { bytes, pages } = await renderInWorker(() => engine.host.startWorker('render'), {
      kind,
      input: JSON.parse(frozen),
      pictures: pictureBytes(scope, exhibits, draft),
      standard: order.standard,
      format: order.format,
    });
    return { ...redacted, title: titleOf(kind, order.language), frozen, bytes, pages };
  } catch (error) {
    if (error instanceof DocumentError) throw new EvenhandError('document-failed', { why: error.message }, error);
    throw error;
  }
}

/** The sources whose pictures the document prints, with the exhibit each belongs to. */
export function printedPictures({ input, exhibits }: Pick<Redacted, 'input' | 'exhibits'>) {
  return picturesOf(input).flatMap(({ file, covered }) => {
    const evidenceId = exhibits?.pictures.get(file);
    return evidenceId === undefined ? [] : [{ file, covered, evidenceId }];
  });
}

/** The exhibits' pictures; in a draft a graphic one is veiled, since only the issued document has to show it. */
function pictureBytes({ db }: Scope, exhibits: Exhibits | null, draft: boolean): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...(exhibits?.pictures ?? [])].map(([file, id]) => {
      const { sha256, veiled } = evidenceById(db, id);
      return [file, draft && veiled ? veilPicture : loadContent(db, sha256)];
    }),
  );
}

/** What is quoted exactly: clauses of policies, with the words that lead into them. */
function standingWords(input: DocumentInput): readonly string[] {
  const clauses =
    'composed' in input
      ? input.parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.block === 'clauses' ? block.clauses : [])))
      : input.policies.flatMap((policy) => policy.clauses);
  return clauses.flatMap(({ leadIn, words, note, label }) => [leadIn ?? '', words, note ?? '', label]);
}
