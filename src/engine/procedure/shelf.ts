import type { AgreementPack } from '../../contract/agreement.ts';
import type { AgreementView, ArticleView, PackFault, PackRow } from '../../contract/agreement-shelf.ts';
import { raise } from '../../contract/errors.ts';
import { articleDigest, checkAgreementPacks, checkPackText, packText, restsOn, toConfirm } from '../agreement/index.ts';
import type { ReadableDb } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { keptConfirmations, keptFile, keptPacks } from '../district/index.ts';
import { sessionCalendar } from './calendar.ts';
import { packsInCase, refusedInCase, type ShelvedPack, shelvedAgreements } from './packs.ts';

function shelf(engine: EngineCore, db: ReadableDb): readonly ShelvedPack[] {
  return [...shelvedAgreements(engine, db), ...engine.laws.map((pack) => ({ pack, origin: 'shipped' as const }))];
}

function isUnconfirmed(pack: AgreementPack, no: string): boolean {
  return toConfirm(pack, no) !== null;
}

function rowOf({ pack, origin }: ShelvedPack, used: ReadonlySet<string>, problems: readonly string[]): PackRow {
  const { inForce } = pack;
  return {
    pack: pack.id,
    version: pack.version,
    title: pack.title,
    kind: pack.kind,
    status: pack.status,
    origin,
    inForce: { from: inForce.from, to: inForce.to, holdover: inForce.holdover },
    units: pack.units.map(({ name }) => name),
    articles: pack.articles.length,
    confirmed: pack.articles.filter(({ no }) => !isUnconfirmed(pack, no)).length,
    used: used.has(`${pack.id}@${pack.version}`),
    problems: [...problems],
  };
}

/** Every agreement and law that this case knows, with how much of each is confirmed and what the checker finds. */
export function agreementShelf(engine: EngineCore, db: ReadableDb) {
  const all = shelf(engine, db);
  const used = new Set(packsInCase(engine, db).map(({ id, version }) => `${id}@${version}`));
  const calendar = sessionCalendar(engine);
  const found = checkAgreementPacks(
    all.map(({ pack }) => pack),
    calendar === null ? null : [calendar],
  );
  const problemsOf = ({ id, version }: AgreementPack) =>
    found.filter(({ pack }) => pack === `${id}@${version}`).map(({ where, problem }) => `${where}: ${problem}`);
  return {
    packs: all.map((each) =>
      rowOf(each, used, used.has(`${each.pack.id}@${each.pack.version}`) ? problemsOf(each.pack) : []),
    ),
    refused: [...refusedInCase(engine, db)],
    file: keptFile(db),
  };
}

/** @throws not-found */
function shelved(engine: EngineCore, db: ReadableDb, name: { pack: string; version: string }): ShelvedPack {
  const found = shelf(engine, db).find(({ pack }) => pack.id === name.pack && pack.version === name.version);
  return found ?? raise('not-found', { what: 'agreement' });
}

/** One agreement with its text and its articles, each with what rests on it and who confirmed it. */
export function agreementView(
  engine: EngineCore,
  db: ReadableDb,
  name: { pack: string; version: string },
): AgreementView {
  const found = shelved(engine, db, name);
  const row = agreementShelf(engine, db).packs.find(
    ({ pack, version }) => pack === name.pack && version === name.version,
  );
  const own = keptPacks(db).find(({ pack, version }) => pack === name.pack && version === name.version);
  return {
    row: row ?? rowOf(found, new Set(), []),
    yaml: own?.yaml ?? packText(engine.host.resourcesDir, found.pack),
    articles: found.pack.articles.map((article) => articleView(db, found.pack, article)),
  };
}

function articleView(db: ReadableDb, pack: AgreementPack, article: AgreementPack['articles'][number]): ArticleView {
  const { confirmed, ...said } = article;
  const kept = keptConfirmations(db).find(
    (each) => each.pack === pack.id && each.version === pack.version && each.article === article.no,
  );
  const lost = kept !== undefined && kept.digest !== articleDigest(pack, article.no);
  return {
    ...said,
    restsOnIt: [...restsOn(pack, article.no)],
    confirmation: confirmed === null ? null : { ...confirmed, fromFile: kept?.fromFile ?? false },
    lapsed: lost
      ? `Confirmed on ${kept.on} by ${kept.by}, but the article or what rests on it was changed since.`
      : null,
    doubt: toConfirm(pack, article.no),
  };
}

/** The article as HR saw it, for a confirmation. @throws not-found */
export function digestOf(engine: EngineCore, db: ReadableDb, name: { pack: string; version: string; article: string }) {
  const { pack } = shelved(engine, db, name);
  if (!pack.articles.some(({ no }) => no === name.article)) raise('not-found', { what: 'article' });
  if (pack.kind === 'law') raise('bad-input', { why: 'a law is not confirmed against a contract; ask counsel.' });
  return articleDigest(pack, name.article);
}

/** What is wrong with a pack's text, beside the laws and the other versions that this case knows. */
export function checkText(
  engine: EngineCore,
  db: ReadableDb,
  yaml: string,
): { faults: PackFault[]; read: unknown; pack: AgreementPack | null } {
  const calendar = sessionCalendar(engine);
  const { faults, read, pack } = checkPackText(yaml, {
    packs: shelf(engine, db).map((each) => each.pack),
    calendars: calendar === null ? null : [calendar],
  });
  return { faults: [...faults], read, pack };
}
