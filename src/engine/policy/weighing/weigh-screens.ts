import type { MandatedReport, ProtectedSpeech, ProtectedSpeechKind } from '../../../contract/suggest.ts';
import type { LearnedReading } from '../learned/judge.ts';
import type { Scene } from '../scene/scene.ts';
import { screenMandatedReport } from '../screens/mandated-report.ts';
import { screenProtectedSpeech } from '../screens/protected-speech.ts';
import { quote, spansOf, wordsOf } from '../text/passage.ts';

const speechLabels: Readonly<Record<ProtectedSpeechKind, string>> = {
  'concerted-activity': 'pay or working conditions shared among people who work there',
  'union-activity': 'union activity, for or against',
  'public-concern': 'a matter of public concern',
  'protected-report': 'a report to somebody with authority',
};
const speechKinds = ['concerted-activity', 'union-activity', 'public-concern', 'protected-report'] as const;

/** Protected speech by rules and by examples: what one finds the other need not. */
export function protectedSpeechOf(scene: Scene, learned: LearnedReading | null): readonly ProtectedSpeech[] {
  const byRule = screenProtectedSpeech(scene);
  if (learned === null || scene.author.employee === 'no') return byRule;
  const verdict = learned.ofScreen('speech');
  if (verdict.score < 0.5) return verdict.plausible ? byRule : [];
  if (byRule.length > 0) return byRule;
  const [kind] = speechKinds
    .map((one) => ({ one, p: learned.ofScreen(`speech ${one}`).probability }))
    .sort((a, b) => b.p - a.p)
    .map(({ one }) => one);
  const [first] = learned.screenCarriedBy('speech');
  if (kind === undefined) return byRule;
  const words = first === undefined ? 'By its circumstances it' : quote(wordsOf(first));
  return [{ kind, because: `${words} resembles speech on ${speechLabels[kind]}.` }];
}

/** The investigator's own duty to report, by rules and by examples; tuned to miss little. */
export function mandatedReportOf(scene: Scene, learned: LearnedReading | null): MandatedReport {
  const byRule = screenMandatedReport(scene);
  if (learned === null) return byRule;
  const verdict = learned.ofScreen('mandated-report');
  if (byRule.flag && verdict.plausible) return byRule;
  if (verdict.score < 0.5 || !standsByItself(scene, learned))
    return {
      flag: false,
      because: 'No words that start a duty to report were found; that clears nothing.',
      spans: [],
    };
  const hits = learned.screenCarriedBy('mandated-report');
  const [first] = hits;
  const words = first === undefined ? 'What surrounds it' : quote(wordsOf(first));
  return {
    flag: true,
    because: `${words} resembles signs that a child may be in danger. Whoever learns of it may have to report within hours, whatever becomes of the complaint.`,
    spans: [...spansOf(hits)],
  };
}

/** Fewer words than these say too little: in a tense conversation every “ok” and “good night” would be an alarm. */
const FEWEST_WORDS = 5;

/** An alarm by examples rests on words of the item itself, not only on the conversation around them. */
function standsByItself(scene: Scene, learned: LearnedReading): boolean {
  const words = scene.fields.reduce((count, { folded }) => count + (folded.words.match(/\p{L}+/gu)?.length ?? 0), 0);
  return words >= FEWEST_WORDS && learned.ofScreenAlone('mandated-report').score >= 0.5;
}
