import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { PolicyPack } from '../../src/contract/policy.ts';
import {
  checkPolicies,
  clausesWithoutDetector,
  type LoadedPolicy,
  loadPolicies,
  loadPolicyShelf,
  readPack,
  uncoveredPassages,
} from '../../src/engine/policy/index.ts';

const resources = fileURLToPath(new URL('../../resources', import.meta.url));
const shelf = loadPolicyShelf(resources);

function loaded(id: string): LoadedPolicy {
  const found = shelf.policies.find((one) => one.pack.id === id);
  if (found === undefined) throw new Error(`no pack ${id}`);
  return found;
}

/** A copy of a pack with one fault planted in it. */
function planted(id: string, change: (pack: PolicyPack) => PolicyPack): readonly string[] {
  const original = loaded(id);
  return checkPolicies([{ ...original, pack: change(structuredClone(original.pack)) }]).map((problem) => problem.kind);
}

describe('the two founding policies', () => {
  test('both packs are read and neither has a problem', () => {
    expect(shelf.refused).toEqual([]);
    expect(shelf.policies.map((one) => one.file)).toEqual([
      'policies/4118.51/2018-10.yaml',
      'policies/norwalk/2013-09-03.yaml',
    ]);
    expect(checkPolicies(shelf.policies)).toEqual([]);
    expect(loadPolicies(resources)).toHaveLength(2);
  });

  test.each([
    ['4118.51', ['1', '2', '3', '4', '5', '6', '7', '8', 'general-detrimental', 'general-professionalism']],
    [
      'norwalk',
      [
        ...[
          'general-mission',
          'general-confidentiality',
          'general-demeaning',
          'general-goodwill',
          'general-misrepresentation',
        ],
        ...['A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3', 'B4', 'B5', 'C1', 'C2'],
      ],
    ],
  ])('%s has every clause that the command line names', (id, expected) => {
    const binding = loaded(id).pack.clauses.filter((clause) => ['guideline', 'general', 'duty'].includes(clause.kind));
    expect(binding.map((clause) => clause.id).sort()).toEqual([...expected].sort());
  });

  test.each(['4118.51', 'norwalk'])(
    'every quotation of %s stands in its source, and no sentence of the source is left out',
    (id) => {
      const { pack, sourceBytes } = loaded(id);
      const source = readFileSync(`${resources}/policies/${id}/source.txt`, 'utf8');
      expect(createHash('sha256').update(source).digest('hex')).toBe(pack.source.sha256);
      expect(Buffer.from(sourceBytes ?? []).equals(Buffer.from(source))).toBe(true);
      for (const clause of pack.clauses) {
        for (const words of [clause.words, ...clause.further, ...clause.exceptions.map((one) => one.words)])
          expect(source).toContain(words);
        for (const part of [clause.heading, clause.limb, clause.modal, clause.binds.words])
          if (part !== null) expect(source).toContain(part);
        if (clause.limb !== null) expect(clause.words).toContain(clause.limb);
      }
      for (const step of pack.process) expect(source).toContain(step.words);
      expect(uncoveredPassages(pack, source)).toEqual([]);
    },
  );

  test('leaving one clause out of a pack leaves its words uncovered', () => {
    const { pack, sourceBytes } = loaded('norwalk');
    const source = new TextDecoder().decode(sourceBytes ?? undefined);
    for (const clause of pack.clauses) {
      const rest = { ...pack, clauses: pack.clauses.filter((one) => one.words !== clause.words) };
      expect(uncoveredPassages(rest, source), clause.id).not.toEqual([]);
    }
  });

  test('the source texts are the ones that were handed over, byte for byte', () => {
    expect(loaded('4118.51').pack.source.sha256).toBe(
      '82f85ebf8f58e4af0daf014e167e75742a585da52b5b0a990d1824e9c2974a4d',
    );
    expect(loaded('norwalk').pack.source.sha256).toBe(
      'a9e92b4fb393c861d570e432fcad2d8cd19a171cc95b116e85a8bf09ede6f34c',
    );
  });

  test('a "should" is advice and a "shall not" a prohibition, and the exceptions hang where the policies put them', () => {
    const force = (id: string, clause: string) => loaded(id).pack.clauses.find((one) => one.id === clause)?.force;
    expect([force('4118.51', '1'), force('norwalk', 'B2'), force('norwalk', 'A5')]).toEqual([
      'advisory',
      'advisory',
      'advisory',
    ]);
    expect([force('4118.51', '5'), force('4118.51', '8'), force('norwalk', 'general-misrepresentation')]).toEqual([
      'prohibitive',
      'prohibitive',
      'prohibitive',
    ]);
    expect(force('norwalk', 'B3')).toBe('mandatory');
    const exceptions = (id: string, clause: string) =>
      loaded(id)
        .pack.clauses.find((one) => one.id === clause)
        ?.exceptions.map((one) => one.id);
    expect(exceptions('norwalk', 'C2')).toEqual(['relatives', 'emergency', 'broadcast']);
    expect(exceptions('4118.51', '7')).toEqual(['disclaimer-present', 'official-communication']);
    expect(exceptions('4118.51', '8')).toEqual(['school-project', 'superintendent-approval']);
  });

  test('the slips of the pen are noted and not mended', () => {
    const words = shelf.policies.flatMap((one) => one.pack.clericalErrors.map((error) => error.words));
    expect(words).toContain('24 CFR Section 54.520');
    expect(words).toContain('675 1-6777');
  });

  test('clauses that nothing looks for are named', () => {
    const silent = clausesWithoutDetector(loadPolicies(resources)).map((one) => `${one.policy} ${one.clause}`);
    // A notice that employees will be identified with the school: nothing in an item can breach it.
    expect(silent).toEqual(['norwalk B1']);
  });
});

describe('the pack checker', () => {
  test('refuses a clause whose words are not in the source', () => {
    expect(
      planted('norwalk', (pack) => ({
        ...pack,
        clauses: pack.clauses.map((clause) =>
          clause.id === 'B3' ? { ...clause, words: 'Teachers must keep all student information secret.' } : clause,
        ),
      })),
    ).toEqual(expect.arrayContaining(['unquoted-words', 'uncovered-words']));
  });

  test('refuses a concern that nobody knows', () => {
    expect(
      planted('norwalk', (pack) => ({
        ...pack,
        clauses: pack.clauses.map((clause) =>
          clause.id === 'B3' ? { ...clause, concerns: [...clause.concerns, 'telepathy'] } : clause,
        ),
      })),
    ).toEqual(['dangling-concern']);
  });

  test('refuses an element that nothing can show', () => {
    const withElement = (shownBy: string[]) =>
      planted('4118.51', (pack) => ({
        ...pack,
        clauses: pack.clauses.map((clause) =>
          clause.id === '6'
            ? { ...clause, elements: [{ id: 'x', label: 'X', question: 'X?', kind: 'words' as const, shownBy }] }
            : clause,
        ),
      }));
    expect(withElement([])).toEqual(['element-nothing-can-show']);
    // A concern without a detector shows nothing by itself.
    expect(withElement(['detrimental-to-mission'])).toEqual(['element-nothing-can-show']);
    expect(withElement(['person'])).toEqual([]);
  });

  test('refuses a clause that has no element, and two things with one id', () => {
    expect(
      planted('4118.51', (pack) => ({
        ...pack,
        clauses: pack.clauses.map((clause) => (clause.id === '6' ? { ...clause, elements: [] } : clause)),
      })),
    ).toEqual(['clause-without-element']);
    expect(
      planted('4118.51', (pack) => ({
        ...pack,
        clauses: pack.clauses.map((clause) => (clause.id === '6' ? { ...clause, id: '5' } : clause)),
      })),
    ).toContain('duplicate-id');
    expect(checkPolicies([loaded('norwalk'), loaded('norwalk')]).map((problem) => problem.kind)).toEqual([
      'duplicate-id',
    ]);
  });

  test('refuses a pack whose source is missing or was changed', () => {
    const original = loaded('norwalk');
    expect(checkPolicies([{ ...original, sourceBytes: null }]).map((problem) => problem.kind)).toEqual([
      'missing-source',
    ]);
    const changed = new TextEncoder().encode(`${new TextDecoder().decode(original.sourceBytes ?? undefined)}\n`);
    expect(checkPolicies([{ ...original, sourceBytes: changed }]).map((problem) => problem.kind)).toEqual([
      'changed-source',
    ]);
  });

  test('refuses a time zone that does not exist and a reference to nowhere', () => {
    expect(planted('norwalk', (pack) => ({ ...pack, timeZone: 'America/Norwalk' }))).toEqual(['unknown-time-zone']);
    expect(
      planted('4118.51', (pack) => ({
        ...pack,
        clauses: pack.clauses.map((clause) =>
          clause.id === '3' ? { ...clause, crossReferences: [{ to: '99', because: 'x' }] } : clause,
        ),
      })),
    ).toEqual(['dangling-reference']);
  });

  test('names a file that is no pack, with the place where it goes wrong', () => {
    const broken = readPack('schema: evenhand/policy-pack@1\nid: x\n', 'policies/x/1.yaml');
    expect(broken.kind).toBe('refused');
    expect(readPack('a: [', 'policies/x/1.yaml')).toMatchObject({
      kind: 'refused',
      problem: { kind: 'unreadable-pack' },
    });
  });
});
