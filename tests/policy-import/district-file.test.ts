import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk } from '../engine/desk.ts';
import { bulletPolicy } from './policies.ts';

let desk: Desk;
let principal: Desk;
beforeEach(() => {
  desk = new Desk();
  principal = new Desk();
});
afterEach(async () => {
  await desk.end();
  await principal.end();
});

test('a draft that is set aside leaves the shelf, and its policy is not to be had', async () => {
  const { draft } = await desk.ask('policy-draft.start', { path: desk.write('policy.txt', bulletPolicy) });
  await desk.engine.idle();
  expect((await desk.ask('policy.list', {})).drafts).toHaveLength(1);
  expect((await desk.ask('policy-draft.set-aside', { draft })).drafts).toEqual([]);
  expect((await desk.refused('policy-draft.save', { draft })).kind).toBe('not-found');
});

test('a district’s file carries its own policy, and a principal’s new case is governed by it', async () => {
  const { draft } = await desk.ask('policy-draft.start', { path: desk.write('policy.txt', bulletPolicy) });
  await desk.engine.idle();
  const { clauses } = await desk.ask('policy-draft.view', { draft });
  await desk.ask('policy-draft.edit', {
    draft,
    edit: { do: 'confirm', clauses: clauses.map(({ key }) => key), confirmed: true },
  });
  const { policy, version } = await desk.ask('policy-draft.save', { draft });
  const inForce = { policy, version, inForceFrom: '2020-01-01', inForceTo: null };
  await desk.ask('case.create', {
    path: desk.path,
    title: 'HR',
    passphrase: null,
    district: 'hollow-brook',
    policies: [inForce],
  });
  const file = await desk.ask('district-file.export', { folder: desk.folder });
  await principal.ask('case.create', { path: principal.path, title: 'A case', passphrase: null, district: file.path });
  const known = await principal.ask('clause.list', {});
  expect(known.filter((clause) => clause.policy === policy).map(({ clause }) => clause)).toHaveLength(6);
  expect((await principal.ask('case.state', {})).notices.join(' ')).not.toContain('not on this computer');
});
