/** Prints every worked deadline as the engine answers it; run by the time zone test in a process of its own. */
import { answerDeadline } from '../../src/engine/agreement/index.ts';
import { questionOf, tables } from './worked-deadlines.ts';

const answers = Object.values(tables)
  .flat()
  .map((worked, index) => answerDeadline(questionOf(worked, String(index))));
process.stdout.write(JSON.stringify(answers));
