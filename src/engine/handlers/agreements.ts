import { basename } from 'node:path';
import { raise } from '../../contract/errors.ts';
import type { CalendarSaved } from '../../contract/school-calendar.ts';
import { StepCalendar } from '../../contract/steps.ts';
import { calendarProblem, editPackText } from '../agreement/index.ts';
import {
  calendarFromFile,
  calendarVersions,
  keepCalendar,
  keepConfirmation,
  keepPack,
  keptCalendar,
  keptConfirmations,
  keptFile,
  keptPacks,
  loadDistrict,
  readDistrictFile,
  signedDistrictFile,
  takeDistrictFile,
  withEntries,
} from '../district/index.ts';
import type { ChangeContext, Done, HandlersFor, ReadContext } from '../handler.ts';
import { carriedPolicies, keepPolicy } from '../policy-import/index.ts';
import {
  agreementShelf,
  agreementView,
  checkText,
  digestOf,
  movedDeadlines,
  openDeadlines,
  packToKeep,
  sessionCalendar,
  shelfOfCase,
} from '../procedure/index.ts';
import { chosenText } from './chosen-text.ts';
import { packFileName, saveInFolder } from './save-in-folder.ts';

const made = ({ newId, now, by }: ChangeContext) => ({ id: newId(), at: now, by, fileId: null });

export const agreementHandlers: HandlersFor<'agreement' | 'article'> = {
  'agreement.list': { kind: 'read', run: ({ engine, db }) => agreementShelf(shelfOfCase(engine, db)) },
  'agreement.view': {
    kind: 'read',
    run: ({ engine, db }, name) => agreementView(engine, shelfOfCase(engine, db), name),
  },
  'agreement.check': {
    kind: 'read',
    run: ({ engine, db }, { yaml }) => {
      const { faults, read } = checkText(shelfOfCase(engine, db), yaml);
      return { faults, read };
    },
  },
  // A text is edited without looking at any case, so that a district's file can be written without one.
  'agreement.edit': { kind: 'engine', run: (_, { yaml, path, value }) => ({ yaml: editPackText(yaml, path, value) }) },
  'agreement.save': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: (context, { yaml }) => {
      const { engine, db } = context;
      const pack = packToKeep(shelfOfCase(engine, db), yaml);
      keepPack(db, pack, yaml, made(context));
      const row = agreementView(engine, shelfOfCase(engine, db), { pack: pack.id, version: pack.version }).row;
      return { value: row, about: `Kept the agreement ${pack.id}, version ${pack.version}` };
    },
  },
  'agreement.export': {
    kind: 'engine',
    run: (engine, { folder, ...name }) => {
      const { yaml } = agreementView(engine, shelfOfCase(engine, engine.session.file.connection.readable), name);
      return saveInFolder(folder, packFileName(name), yaml);
    },
  },
  'article.confirm': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: (context, { pack, version, article, confirmedBy, on, page }) => {
      const { engine, db } = context;
      const digest = digestOf(shelfOfCase(engine, db), { pack, version, article });
      keepConfirmation(db, { pack, version, article, digest, by: confirmedBy, on, page }, null, made(context));
      return {
        value: agreementView(engine, shelfOfCase(engine, db), { pack, version }),
        about: `Confirmed ${article} of ${pack}, version ${version}, against the signed contract`,
      };
    },
  },
  'article.take-back': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: (context, { pack, version, article, reason }) => {
      const { engine, db } = context;
      const kept = keptConfirmations(db).find(
        (each) => each.pack === pack && each.version === version && each.article === article,
      );
      if (kept === undefined) raise('not-found', { what: 'confirmation' });
      keepConfirmation(db, kept, reason, made(context));
      return {
        value: agreementView(engine, shelfOfCase(engine, db), { pack, version }),
        about: `Took back the confirmation of ${article} of ${pack}, version ${version}`,
      };
    },
  },
};

/** Keeps a calendar and tells which open deadlines it moves. @throws bad-input where it contradicts itself */
function saveCalendar(context: ChangeContext, calendar: StepCalendar, about: string): Done<CalendarSaved> {
  const { engine, db } = context;
  const problem = calendarProblem(calendar);
  if (problem !== null) raise('bad-input', { why: problem });
  const before = openDeadlines(engine, db);
  keepCalendar(db, calendar, about, made(context));
  const moved = movedDeadlines(before, openDeadlines(engine, db));
  const count = moved.length === 1 ? '1 open deadline moved' : `${moved.length} open deadlines moved`;
  return { value: { view: calendarView(context, calendar), moved }, about: `${about} (${count})` };
}

function calendarView({ db }: ReadContext, calendar: StepCalendar) {
  return { calendar, asShipped: keptCalendar(db) === null, versions: calendarVersions(db) };
}

function calendarOrNew({ engine }: ReadContext): StepCalendar {
  const { district } = engine.session;
  const known = sessionCalendar(engine);
  if (known !== null) return known;
  if (district === null)
    raise('bad-input', { why: 'the case has no district settings, so there is no calendar to change.' });
  return StepCalendar.parse({ id: district.id, title: district.name, timeZone: district.timeZone });
}

export const calendarHandlers: HandlersFor<'calendar'> = {
  'calendar.view': {
    kind: 'read',
    run: (context) => {
      const calendar = sessionCalendar(context.engine);
      return calendar === null ? null : calendarView(context, calendar);
    },
  },
  'calendar.read-file': { kind: 'read', run: (_, { path }) => calendarFromFile(chosenText(path)) },
  'calendar.import': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: (context, { entries, from }) =>
      saveCalendar(context, withEntries(calendarOrNew(context), entries), `Brought in the calendar ${from}`),
  },
  'calendar.save': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: (context, { calendar, about }) => saveCalendar(context, calendar, about),
  },
  'calendar.add-snow-day': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: (context, { date, reason }) => {
      const calendar = calendarOrNew(context);
      if (calendar.snowDays.some((day) => day.date === date))
        raise('bad-input', { why: `${date} is a snow day already.` });
      const snowDays = [...calendar.snowDays, { date, reason }].sort((a, b) => (a.date < b.date ? -1 : 1));
      return saveCalendar(context, { ...calendar, snowDays }, `Added the snow day ${date}`);
    },
  },
};

export const districtFileHandlers: HandlersFor<'district-file'> = {
  'district-file.export': {
    kind: 'engine',
    run: (engine, { folder }) => {
      const { session, actor, host } = engine;
      const { district } = session;
      if (district === null) raise('bad-input', { why: 'the case has no district settings to hand on.' });
      const db = session.file.connection.readable;
      const bundle = {
        district,
        agreements: keptPacks(db).map(({ pack, version, yaml }) => ({ id: pack, version, yaml })),
        policies: [...carriedPolicies(engine, district.policies)],
        calendar: sessionCalendar(engine),
        confirmations: keptConfirmations(db).map(({ fromFile: _, ...said }) => said),
        signedAt: host.now(),
      };
      return saveInFolder(folder, `${district.id}.evenhand-district`, signedDistrictFile(bundle, actor));
    },
  },
  'district-file.look': {
    // Looked at before a case is made with it: no case needs to be open.
    kind: 'engine',
    run: ({ host }, { path }) => {
      const { district, file } = loadDistrict(host.resourcesDir, path);
      if (file === null) {
        const calendar = district.calendar !== null;
        return { district: district.name, signed: null, agreements: 0, confirmations: 0, calendar };
      }
      const { signedBy, signedAt, agreements, confirmations, calendar } = file.bundle;
      return {
        district: district.name,
        signed: { by: `${signedBy.name}, ${signedBy.role}`, at: signedAt, keyId: file.keyId },
        agreements: agreements.length,
        confirmations: confirmations.length,
        calendar: calendar !== null,
      };
    },
  },
  'district-file.open': {
    kind: 'change',
    reversible: true,
    topics: ['steps', 'documents'],
    run: ({ db, session, now, by, newId }, { path, acceptOtherKey }) => {
      const name = basename(path);
      const file = readDistrictFile(chosenText(path));
      const { bundle, keyId } = file;
      if (session.district === null) {
        raise('bad-input', {
          why: 'this case was made without district settings; make a case with this file instead.',
        });
      }
      if (session.district.id !== bundle.district.id) {
        raise('bad-input', { why: `the file is of ${bundle.district.name}, the case of ${session.district.name}.` });
      }
      const before = keptFile(db);
      if (before !== null && before.keyId !== keyId && !acceptOtherKey) {
        raise('district-other-key', { signer: bundle.signedBy.name, before: before.signedBy, key: keyId.slice(0, 16) });
      }
      takeDistrictFile(db, name, file, { at: now, by }, newId);
      for (const carried of bundle.policies) keepPolicy(db, carried, { id: newId(), at: now, by });
      const taken = keptFile(db);
      if (taken === null) raise('not-found', { what: 'district file' });
      return {
        value: {
          file: taken,
          agreements: bundle.agreements.length,
          confirmations: bundle.confirmations.length,
          calendar: bundle.calendar !== null,
        },
        about: `Took in the district file ${name}, signed by ${bundle.signedBy.name}`,
      };
    },
  },
};
