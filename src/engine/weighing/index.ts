export { addAccount, weighFactor, withdrawAccount } from './accounts.ts';
export { authenticityOf, recordAuthenticity } from './authenticity.ts';
export {
  addDisputedFact,
  concludeFact,
  disputedFactNumber,
  recordContext,
  tryExplanation,
  unweighedFacts,
  withdrawDisputedFact,
} from './facts.ts';
export { disputedFact, disputedFacts } from './views.ts';
