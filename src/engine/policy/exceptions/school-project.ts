import type { Scene } from '../scene/scene.ts';
import { findIn, type Hit, quote, wordsOf } from '../text/passage.ts';
import { anyOf } from '../text/phrases.ts';
import type { ExceptionRule } from './exception.ts';

const project = anyOf([
  String.raw`(?:school|class|student|students'|science|history|art|robotics|steam|stem|service|community|group|research|senior|capstone|media|coding|recycling|reading|book|poetry|film|yearbook|garden|our|their) (?:\w+ )?project`,
  'science fair|school project',
  '(?:class|school|team|club|library|robotics|band|drama|pta|district) (?:page|account|blog|channel|feed|instagram|twitter|facebook)',
  '(?:class|field) (?:trip|work|demo|experiment|presentation|showcase)',
  'assignment (?:for|in) (?:class|my)',
  '(?:students|kids|class) (?:are|is) (?:presenting|showing|sharing|launching|competing|collecting)',
  'live(?:stream)? (?:from|of) (?:our|the) (?:class|fair|showcase|concert)|lesson (?:on|about)',
  'proyecto (?:escolar|de (?:clase|ciencias|la escuela|los alumnos))|feria de ciencias',
]);
const anyProject = /\b(?:projects?|proyectos?|projetos?|pwoje)\b/g;
const notProject =
  /\b(?:not|no|isn't|wasn't|unrelated to) (?:\w+ ){0,3}(?:a |any )?(?:school|class) project\b|\b(?:my|our|the) (?:kitchen|house|home|deck|bathroom|knitting|diy|craft|weekend|side|passion) project\b/;

/** A posting that involves a school project; the policy's next sentence also asks for approval. */
export const schoolProject: ExceptionRule = {
  id: 'school-project',
  weigh(scene) {
    const sign = signOf(scene);
    if (sign === null)
      return { applies: 'no', because: 'Nothing in the words or the notes points to a school project.', questions: [] };
    const what = `${quote(wordsOf(sign))} points to a school project`;
    if (scene.approvalOnFile === true)
      return { applies: 'yes', because: `${what}, and an approval is on file.`, questions: [] };
    const question = 'Did it involve a school project?';
    if (scene.approvalOnFile === false)
      return { applies: 'unknown', because: `${what}, but no approval is on file.`, questions: [question] };
    return { applies: 'unknown', because: `${what}; whether approval was sought is not known.`, questions: [question] };
  },
};

function signOf(scene: Scene): Hit | null {
  const fields = [...scene.fields, ...(scene.notes ? [scene.notes] : [])];
  if (fields.some((field) => notProject.test(field.folded.words))) return null;
  const sign = fields.flatMap((field) => findIn(field, project))[0];
  if (sign !== undefined) return sign;
  // On the District's own page, or in the investigator's words, a project is one of the school's.
  const ofSchool = scene.account === 'district' ? fields : scene.notes === null ? [] : [scene.notes];
  return ofSchool.flatMap((field) => findIn(field, anyProject))[0] ?? null;
}
