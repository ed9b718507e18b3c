import './parts.css';

/** Policy and clause as one cites them: `Norwalk C2`. The policy's id begins with a capital on the screen only. */
export function ClauseCode({ policy, clause }: { readonly policy: string; readonly clause: string }) {
  return (
    <>
      <span className="policy-id">{policy}</span> {clause}
    </>
  );
}
