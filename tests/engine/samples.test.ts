import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStory } from '../../src/engine/sample/index.ts';
import { exportTo, filesWith } from '../custody/copy-desk.ts';
import { runTool, savePdf, textOf } from '../referral/pdf-tools.ts';
import { Desk, resourcesDir } from './desk.ts';

describe.each(['cafeteria-joke', 'harbor-night', 'staff-lot'])(
  'the sample incident %s, carried through by ordinary calls',
  (sample) => {
    const desk = new Desk();
    const story = readStory(resourcesDir, sample);
    const texts: string[] = [];

    beforeAll(async () => {
      await desk.ask('sample.open', { sample, path: desk.path });
      await desk.engine.idle();
      const jobs = await desk.ask('job.list', {});
      expect(jobs.filter(({ state }) => state === 'failed').map(({ result }) => result)).toEqual([]);
      for (const person of await desk.ask('person.list', {})) {
        if (person.caseRole !== 'respondent') continue;
        for (const kind of story.documents) {
          const { id } = await desk.ask('document.issue', { kind, respondentId: person.id });
          const path = savePdf(
            (await desk.engine.blob({ kind: 'document', documentId: id }))?.bytes ?? new Uint8Array(),
          );
          texts.push(textOf(path), runTool('pdfinfo', [path]));
        }
      }
    }, 400_000);
    afterAll(() => desk.end());

    test('holds the items, the allegations and the findings that its story tells', async () => {
      const { counts } = await desk.ask('case.state', {});
      expect(counts.evidence).toBe(story.totals.files + story.totals.members);
      expect(counts.allegations).toBe(story.allegations.length);
      const findings = (await desk.ask('allegation.list', {})).map(({ finding }) => [finding?.fact, finding?.policy]);
      expect(findings).toEqual(story.allegations.map(({ finding }) => [finding.fact, finding.policy]));
    });

    test('names no student in the words of any document that was issued', async () => {
      const people = await desk.ask('person.list', {});
      const others = new Set(
        people
          .filter(({ caseRole, occupation }) => caseRole !== 'student' && occupation !== 'student')
          .flatMap(({ name }) => name.toLowerCase().split(/\s+/)),
      );
      const needles = people
        .filter(({ caseRole, occupation }) => caseRole === 'student' || occupation === 'student')
        .flatMap(({ name, accounts }) => [
          name,
          ...name.split(/\s+/).filter((part) => part.length >= 3 && !others.has(part.toLowerCase())),
          ...accounts.map(({ handle }) => handle.replace(/^@/, '')),
        ]);
      if (sample === 'harbor-night') expect(needles.length).toBeGreaterThan(15);
      const all = texts.join('\n').replace(/\s+/g, ' ').toLowerCase();
      expect(all.length).toBeGreaterThan(5000);
      const found = needles.filter((needle) => {
        const escaped = needle.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(all);
      });
      expect(found).toEqual([]);
    });

    test('prints nothing of a compelled statement, and hands none of it to the board or the union', async () => {
      const compelled = story.interviews.filter(({ manner }) => manner === 'compelled');
      if (sample === 'staff-lot') expect(compelled).toHaveLength(1);
      const words = compelled.flatMap(({ lines }) => lines.flatMap(({ answer }) => answer?.match(/[^.,]{18,}/g) ?? []));
      const printed = texts.join('\n').replace(/\s+/g, ' ');
      expect(words.filter((part) => printed.includes(part.trim()))).toEqual([]);
      for (const audience of words.length === 0 ? [] : (['board', 'employee-union'] as const)) {
        const folder = await exportTo(desk, audience);
        expect(words.flatMap((part) => filesWith(folder, part.trim()))).toEqual([]);
      }
    }, 120_000);

    test('leaves undone only what its story could not do', async () => {
      const left = (await desk.ask('missing.list', {})).map(({ kind, words }) => [kind, words]);
      if (sample !== 'staff-lot') return;
      expect(left).toEqual([['witness-not-heard', 'Ed Rourke is named as a witness and has not been heard.']]);
      expect((await desk.ask('chronology.view', { respondentId: null })).remarks).toEqual([]);
      const respondents = (await desk.ask('person.list', {})).filter(({ caseRole }) => caseRole === 'respondent');
      expect(new Set(respondents.map(({ unit }) => unit))).toEqual(new Set(['paraprofessionals', 'teachers']));
      expect((await desk.ask('complaint.list', {})).map(({ complainant }) => complainant)).toEqual([
        null,
        'Denise Ostrow',
      ]);
    });

    test('verifies to the last hash', async () => {
      expect((await desk.ask('ledger.verify', { expect: null })).firstProblem).toBeNull();
    });
  },
);
