import { unprofessionalFamilies } from '../detectors/unprofessional-phrases.ts';
import { areRelatives, studentsReached } from '../scene/counterpart.ts';
import type { Scene } from '../scene/scene.ts';
import { isReported } from '../text/cues.ts';
import { findIn, type Hit } from '../text/passage.ts';

/** What turns a warm word into an approach when both stand in one message. */
const secretive: ReadonlySet<string> = new Set(['secrecy', 'meeting', 'confiding']);

/**
 * An employee's private message that reads as a sexual approach to a student: desire or admiration of the body together
 * with secrecy, a private meeting or confidences, or secrecy together with a private meeting. Empty where there is none.
 */
export function findApproach(scene: Scene): readonly Hit[] {
  if (scene.author.employee !== 'yes' || scene.oneToOne === 'no') return [];
  const reached = studentsReached(scene);
  if (reached.students.length === 0 || reached.former || areRelatives(reached.students)) return [];
  const found = new Map<string, readonly Hit[]>();
  for (const { id, pattern } of unprofessionalFamilies) {
    const hits = scene.fields.flatMap((field) => findIn(field, pattern)).filter((hit) => !isReported(hit));
    if (hits.length > 0) found.set(id, hits);
  }
  const desire = found.get('romantic');
  const secrets = [...found].filter(([id]) => secretive.has(id));
  const approach = (desire !== undefined && secrets.length > 0) || (found.has('secrecy') && found.has('meeting'));
  return approach ? [...(desire ?? []), ...secrets.flatMap(([, hits]) => hits)] : [];
}
