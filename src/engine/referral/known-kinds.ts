import {
  ComposedKindName,
  type DocumentKind,
  type DocumentKindRow,
  type DocumentLanguage,
} from '../../contract/document.ts';
import { raise } from '../../contract/errors.ts';
import { audienceOf } from './audience.ts';
import { REFERRAL_TITLE } from './input/document-kinds.ts';
import { composedKinds } from './kinds/index.ts';

/** The kinds of document there are, in the order in which a matter usually needs them. */
export function documentKinds(): DocumentKindRow[] {
  const composed = Object.values(composedKinds).map(
    ({ kind, title, group, about }): DocumentKindRow => ({
      kind,
      title: title.en,
      group,
      about,
      languages: title.es === undefined ? ['en'] : ['en', 'es'],
      audience: audienceOf(kind),
    }),
  );
  const referral: DocumentKindRow = {
    kind: 'disciplinary-referral',
    title: REFERRAL_TITLE,
    group: 'records',
    about: 'The whole matter for the person who decides: facts, evidence both ways, findings, steps, exhibits.',
    languages: ['en'],
    audience: audienceOf('disciplinary-referral'),
  };
  return [referral, ...composed];
}

export function titleOf(kind: DocumentKind, language: DocumentLanguage): string {
  if (kind === 'disciplinary-referral') return REFERRAL_TITLE;
  return composedKinds[kind].title[language] ?? composedKinds[kind].title.en;
}

/** @throws kind-unknown */
export function knownKind(kind: string): DocumentKind {
  if (kind === 'disciplinary-referral') return kind;
  return composedKind(kind);
}

/** @throws kind-unknown for one that is not composed of parts, or is none */
export function composedKind(kind: string): ComposedKindName {
  const known = ComposedKindName.safeParse(kind);
  if (known.success) return known.data;
  raise('kind-unknown', {
    kind,
    known: documentKinds()
      .map((one) => one.kind)
      .join(', '),
  });
}
