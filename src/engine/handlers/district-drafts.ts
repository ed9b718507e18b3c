import {
  checkInDraft,
  confirmInDraft,
  districtDrafts,
  districtDraftView,
  draftAgreement,
  draftChoices,
  keepInDraft,
  reverseInDraft,
  setDistrictDraftAside,
  signedDraft,
  startDistrictDraft,
  takeBackInDraft,
} from '../district-draft/index.ts';
import type { HandlersFor } from '../handler.ts';
import { packFileName, saveInFolder } from './save-in-folder.ts';

/** A district's file is made on this computer: no case needs to be open, and no line is written into one. */
export const districtDraftHandlers: HandlersFor<'district-draft'> = {
  'district-draft.list': { kind: 'engine', run: (engine) => districtDrafts(engine) },
  'district-draft.choices': { kind: 'engine', run: (engine) => draftChoices(engine) },
  'district-draft.start': { kind: 'engine', run: (engine, order) => startDistrictDraft(engine, order) },
  'district-draft.view': { kind: 'engine', run: (engine, { district }) => districtDraftView(engine, district) },
  'district-draft.agreement': {
    kind: 'engine',
    run: (engine, { district, ...name }) => draftAgreement(engine, district, name),
  },
  'district-draft.check': {
    kind: 'engine',
    run: (engine, { district, yaml }) => checkInDraft(engine, district, yaml),
  },
  'district-draft.keep': { kind: 'engine', run: (engine, { district, yaml }) => keepInDraft(engine, district, yaml) },
  'district-draft.confirm': {
    kind: 'engine',
    run: (engine, { district, confirmedBy, ...said }) => confirmInDraft(engine, district, { ...said, by: confirmedBy }),
  },
  'district-draft.take-back': {
    kind: 'engine',
    run: (engine, { district, reason, ...name }) => takeBackInDraft(engine, district, name, reason),
  },
  'district-draft.reverse': { kind: 'engine', run: (engine, { district }) => reverseInDraft(engine, district) },
  'district-draft.export': {
    kind: 'engine',
    run: (engine, { district, folder }) => {
      const { name, text } = signedDraft(engine, district);
      return saveInFolder(folder, name, text);
    },
  },
  'district-draft.export-agreement': {
    kind: 'engine',
    run: (engine, { district, folder, ...name }) =>
      saveInFolder(folder, packFileName(name), draftAgreement(engine, district, name).yaml),
  },
  'district-draft.set-aside': {
    kind: 'engine',
    run: (engine, { district, reason }) => setDistrictDraftAside(engine, district, reason),
  },
};
