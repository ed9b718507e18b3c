import type { ComposedKindName, DocumentLanguage, DocumentText } from '../../../contract/document.ts';
import { raise } from '../../../contract/errors.ts';
import { sha256Of } from '../../case-file/index.ts';
import type { Exhibits } from '../gather/exhibits.ts';
import { headOf, type Scope } from '../gather/scope.ts';
import type { Block, ComposedInput, Part } from '../input/composed.ts';
import { editsOf } from './edits.ts';
import { composedKinds } from './index.ts';
import type { DraftBlock, Drafted } from './kind.ts';
import { blanksIn } from './pieces/case-facts.ts';
import { passedOver } from './pieces/passed-over.ts';
import { setText } from './set-text.ts';

interface Composed {
  readonly input: ComposedInput;
  readonly exhibits: Exhibits | null;
}

interface HowToCompose {
  readonly draft: boolean;
  readonly language: DocumentLanguage;
  /** Words that are typed and not kept yet, by part. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** A letter or record from the case as it stands, with the person's own words where they wrote some. @throws document-failed */
export function compose(scope: Scope, kind: ComposedKindName, { draft, language, typed = {} }: HowToCompose): Composed {
  const { title } = composedKinds[kind];
  const drafted = draftOf(scope, kind, language);
  const edits = new Map(editsOf(scope, kind, language).map(({ part, words }) => [part, words]));
  for (const [part, words] of Object.entries(typed)) edits.set(part, words);
  // The timeline has them among its gates; a brief of one page names them itself.
  const notes = kind === 'step-timeline' || drafted.onePage === true ? [] : passedOver(scope);
  const parts = [...drafted.parts, ...notes].flatMap((part): Part[] => {
    const blocks = part.blocks.flatMap((block) => setBlock(block, edits));
    if (blocks.length === 0) return [];
    const { id, heading, level = 1, anchor = null, startsPage = false } = part;
    return [{ id, heading, level, anchor, startsPage, blocks }];
  });
  const { name, role } = scope.engine.actor;
  const input: ComposedInput = {
    kind,
    composed: true,
    title: title[language] ?? title.en,
    ...headOf(scope, kind, draft),
    language,
    preparedBy: { name, role },
    marking: drafted.marking ?? null,
    letter: drafted.letter ?? null,
    onePage: drafted.onePage ?? false,
    parts,
  };
  return { input, exhibits: drafted.exhibits ?? null };
}

function draftOf(scope: Scope, kind: ComposedKindName, language: DocumentLanguage): Drafted {
  const spec = composedKinds[kind];
  if (spec.title[language] === undefined) raise('language-not-offered', { document: spec.title.en });
  return spec.draft(scope, language);
}

function setBlock(block: DraftBlock, edits: ReadonlyMap<string, string>): Block[] {
  return block.block === 'text' ? setText(edits.get(block.id) ?? block.text) : [block];
}

/** The stretches of a document that may be edited, with the words as drafted now and as a person wrote them. */
export function textsOf(scope: Scope, kind: ComposedKindName, language: DocumentLanguage): DocumentText[] {
  const edits = new Map(editsOf(scope, kind, language).map((edit) => [edit.part, edit]));
  const { parts } = draftOf(scope, kind, language);
  return parts.flatMap((part) =>
    part.blocks.flatMap((block): DocumentText[] => {
      if (block.block !== 'text') return [];
      const edit = edits.get(block.id);
      return [
        {
          part: block.id,
          heading: part.heading ?? 'Opening',
          drafted: block.text,
          words: edit?.words ?? null,
          by: edit?.by ?? null,
          at: edit?.at ?? null,
          stale: edit !== undefined && edit.draftedSha256 !== sha256Of(Buffer.from(block.text, 'utf8')),
        },
      ];
    }),
  );
}

/** What is still to be filled in, and what a person wrote that has no place in such a document. */
export function wordProblems(
  scope: Scope,
  kind: ComposedKindName,
  language: DocumentLanguage,
): { readonly blanks: readonly string[]; readonly unfit: readonly { readonly words: string; readonly why: string }[] } {
  const texts = textsOf(scope, kind, language).map(({ drafted, words }) => words ?? drafted);
  const { input } = compose(scope, kind, { draft: true, language });
  const said = [...texts, JSON.stringify(input.parts)].join('\n');
  const unfit = composedKinds[kind].mustNotSay.flatMap(({ pattern, why }) => {
    const found = texts.map((words) => pattern.exec(words)?.[0]).find((words) => words !== undefined);
    return found === undefined ? [] : [{ words: found, why }];
  });
  return { blanks: [...new Set(blanksIn(said))], unfit };
}
