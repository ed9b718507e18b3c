import { currentFingerprint } from '../../custody/index.ts';
import { bullets, type ComposedKind, facts, fixed, table } from './kind.ts';
import { dayWords, momentWords } from './pieces/case-facts.ts';
import { gatherCustody } from './pieces/custody.ts';

/** What the evidence record shows and does not show, and who was given which fingerprint. */
export const custodyStatement: ComposedKind = {
  kind: 'custody-statement',
  title: { en: 'Custody statement' },
  group: 'records',
  about: 'How the evidence was kept, how that can be checked, and what the check does not prove.',
  mustNotSay: [
    {
      pattern: /\b(genuine|authentic)\b(?![^.]*\bnot\b)/i,
      why: 'The record shows that nothing changed since it was received, not that a post is genuine.',
    },
  ],
  draft: (scope) => {
    const counts = gatherCustody(scope);
    return {
      parts: [
        {
          id: 'kept',
          heading: 'What is kept',
          blocks: [
            facts(
              ['Files received', String(counts.evidence)],
              ['Items read from them', String(counts.items)],
              ['Entries of the evidence record', String(counts.entries)],
              ['First entry', momentWords(scope, counts.firstAt)],
              ['Case file', scope.session.file.encrypted ? 'Encrypted' : 'Not encrypted'],
            ),
            { block: 'hash', name: 'Fingerprint of the record', value: currentFingerprint(scope.db) },
          ],
        },
        {
          id: 'how',
          heading: 'How it is kept',
          blocks: [
            bullets(
              'Each file was stored as it came, with its SHA-256, before anything was read from it. The bytes are never changed.',
              'Every change to the case is an entry. Each entry carries the hash of the one before it; the end of the chain is signed with the key of whoever acted.',
              'Nothing is deleted. What was recorded in error is withdrawn by a later entry, and both stay.',
            ),
          ],
        },
        {
          id: 'signers',
          heading: 'Who acted',
          blocks: [
            table(
              [
                ['Name and role', 2],
                ['Key', 2.4],
                ['First entry', 1.2],
              ],
              counts.actors.map(({ name, role, id, firstAt }) => [`${name}, ${role}`, id, dayWords(scope, firstAt)]),
              'Nobody has acted yet.',
            ),
          ],
        },
        {
          id: 'given',
          heading: 'Who holds a fingerprint',
          blocks: [
            table(
              [
                ['Document', 2.4],
                ['Issued', 1.2],
                ['Fingerprint printed in it', 2.4],
              ],
              counts.issued.map(({ title, issuedAt, fingerprint }) => [title, dayWords(scope, issuedAt), fingerprint]),
              'No document that bears a fingerprint has been issued yet.',
            ),
          ],
        },
        {
          id: 'limits',
          heading: 'What this does not prove',
          blocks: [
            bullets(
              'That a post or message is genuine or complete, or who typed it. It shows that the file received is unchanged since it was received.',
              'That nothing was rebuilt before the first fingerprint left the building. Whoever holds an earlier document can check the record from its day on.',
              'That the clock of the computer was right.',
            ),
            fixed(
              'To check: open the complete copy, or run the verifier with the fingerprint printed in an earlier document; the result says “unchanged since” that day.',
            ),
          ],
        },
      ],
    };
  },
};
