import type { PackFault } from '../../../../contract/agreement-shelf.ts';
import { FormContext, type Path } from './form-state.ts';
import { GrievancePart } from './grievance-part.tsx';
import { DaysPart, ExtensionsPart, HeadPart, UnitsPart } from './head-parts.tsx';
import { AgeingPart, ComplaintsPart, LadderPart, LeavePart, RepresentationPart } from './rule-parts.tsx';
import { ArticlesPart, StepsPart } from './step-parts.tsx';

interface AgreementFormProps {
  readonly read: unknown;
  readonly faults: readonly PackFault[];
  readonly onChange: (path: Path, value: unknown) => void;
}

/** An agreement as a form: every part that a paper contract fills in. Gates and conditions stand in the text beside it. */
export function AgreementForm({ read, faults, onChange }: AgreementFormProps) {
  return (
    <FormContext.Provider value={{ read, faults, change: onChange }}>
      <HeadPart />
      <UnitsPart />
      <DaysPart />
      <ExtensionsPart />
      <ArticlesPart />
      <StepsPart />
      <RepresentationPart />
      <ComplaintsPart />
      <LeavePart />
      <LadderPart />
      <AgeingPart />
      <GrievancePart />
    </FormContext.Provider>
  );
}
