import type { ExceptionRule } from './exception.ts';

const approved =
  /\b(?:superintendent|designee|central office)\b[^.!?\n]{0,40}\b(?:approved|gave (?:approval|permission)|ok'?d|authori[sz]ed|signed off|allowed|ask(?:s|ed)|request(?:s|ed)|direct(?:s|ed)|pid(?:e|io))\b|\b(?:approved|approval|permission|authori[sz]ed|sign(?:ed)?[- ]off)\b[^.!?\n]{0,40}\b(?:by|from) (?:the )?(?:superintendent|designee)\b/;
const refused = /\b(?:no|not|never|without|denied|n't) (?:\w+ ){0,3}(?:approv\w+|permission|authori[sz]\w+)\b/;
const principalOnly =
  /\b(?:principal|supervisor|director|department head|athletic director)\b[^.!?\n]{0,40}\b(?:approved|gave (?:approval|permission)|ok'?d|asked (?:me|him|her|them) to post|authori[sz]ed)\b/;

/** Approval by the Superintendent or a designee for such use. */
export const superintendentApproval: ExceptionRule = {
  id: 'superintendent-approval',
  weigh(scene) {
    const notes = scene.notes?.folded.words ?? '';
    const question = 'Was there approval by the Superintendent or a designee?';
    if (scene.approvalOnFile === true) return { applies: 'yes', because: 'An approval is on file.', questions: [] };
    if (scene.approvalOnFile === false) return { applies: 'no', because: 'No approval is on file.', questions: [] };
    if (refused.test(notes))
      return { applies: 'no', because: 'The notes say that there was no approval.', questions: [] };
    if (approved.test(notes))
      return {
        applies: 'yes',
        because: 'The notes say that the Superintendent or a designee approved it.',
        questions: [],
      };
    if (principalOnly.test(notes)) {
      return {
        applies: 'unknown',
        because: 'Somebody else approved it; whether as the Superintendent’s designee is not known.',
        questions: ['Was whoever approved it the Superintendent’s designee?'],
      };
    }
    return { applies: 'unknown', because: 'Whether approval was sought is not known.', questions: [question] };
  },
};
