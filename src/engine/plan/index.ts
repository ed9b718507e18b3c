export { planById, plans, withdrawPlan, writePlan } from './plans.ts';
export { questionsForRespondent, questionsForWitness } from './proposed.ts';
