import { Moment } from '../../../contract/moment.ts';
import { conclusionOf, factWords, policyWords } from '../input/conclusion.ts';
import { citationsIn } from '../input/consistency.ts';
import type { DisciplinaryReferralInput } from '../input/disciplinary-referral.ts';
import { type DocumentInput, isComposed } from '../input/document-kinds.ts';
import { codePointsOf, printable, readsRightToLeft, type Unshowable } from './printable.ts';
import { sayMoment } from './say-moment.ts';

/** Adds what a template cannot work out itself: moments in words, the direction of words, the name of a conclusion. */
export function present(input: DocumentInput): unknown {
  return presentValue(isComposed(input) ? input : presentReferral(input));
}

function presentReferral(input: DisciplinaryReferralInput): unknown {
  const cited = input.allegations.map((allegation) => ({
    number: allegation.number,
    exhibits: new Set(citationsIn(allegation).map((citation) => citation.exhibit)),
  }));
  return {
    ...input,
    allegations: input.allegations.map((allegation) => ({
      ...allegation,
      conclusion: conclusionOf(allegation.finding),
      factWords: allegation.finding === null ? null : factWords[allegation.finding.fact],
      policyWords: allegation.finding === null ? null : policyWords[allegation.finding.policy],
    })),
    exhibits: input.exhibits.map((exhibit) => ({
      ...exhibit,
      citedUnder: cited.filter(({ exhibits }) => exhibits.has(exhibit.number)).map(({ number }) => number),
    })),
  };
}

function presentValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(presentValue);
  if (typeof value !== 'object' || value === null) return value;
  const moment = Moment.safeParse(value);
  if (moment.success) return sayMoment(moment.data);
  const entries = Object.entries(value);
  const shown = Object.fromEntries(entries.map(([key, inner]) => [key, presentValue(inner)]));
  return isWords(value) ? { ...shown, ...languageOf(value) } : shown;
}

function isWords(value: object): value is { text: string; language: string | null } {
  return 'text' in value && typeof value.text === 'string' && 'language' in value;
}

function languageOf({ text, language }: { text: string; language: string | null }) {
  const [code = null, region = null] = language?.split('-') ?? [];
  return {
    language: code,
    region: region !== null && /^[A-Za-z]{2}$/.test(region) ? region.toLowerCase() : null,
    rightToLeft: readsRightToLeft(text),
  };
}

/** Every code point in the strings of a value, its keys left out. */
export function codePointsIn(value: unknown, into: Set<number> = new Set()): Set<number> {
  if (typeof value === 'string') codePointsOf(value, into);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) codePointsIn(inner, into);
  return into;
}

/** The same value with every string made printable. */
export function printableValue(value: unknown, unshowable: Unshowable): unknown {
  if (typeof value === 'string') return printable(value, unshowable);
  if (Array.isArray(value)) return value.map((inner) => printableValue(inner, unshowable));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableValue(inner, unshowable)]));
}
