import type { BlindView } from '../../../../contract/blind.ts';
import type { ClauseRef } from '../../../../contract/mapping.ts';
import { useNavigation } from '../../../frame/navigation.tsx';
import { count } from '../../../words/en/parts.ts';
import { useWords } from '../../../words/use-words.ts';

/** What came of a sample, once nobody can be swayed by it any more. */
export function SampleOutcome({ view, done }: { readonly view: BlindView; readonly done: boolean }) {
  const words = useWords().inquiry.samples;
  const { estimate, comparison, sample } = view;
  if (estimate !== null) {
    return (
      <section className="panel stack-close" aria-label={words.estimate}>
        <h3>{words.estimate}</h3>
        <p>{words.found(estimate.missed, estimate.examined)}</p>
        <p>{words.rate(estimate.rate.low, estimate.rate.high)}</p>
        <p>{words.inItems(estimate.items.low, estimate.items.high, sample.population)}</p>
        <p className="quiet small">{estimate.method}</p>
      </section>
    );
  }
  if (comparison !== null) return <Agreement comparison={comparison} />;
  return (
    <p className="quiet">
      {done ? `${words.done} ` : ''}
      {sample.purpose === 'missed' ? words.waits : words.waitsTwo}
    </p>
  );
}

function Agreement({ comparison }: { readonly comparison: NonNullable<BlindView['comparison']> }) {
  const words = useWords().inquiry.samples;
  const { go } = useNavigation();
  const said = (clauses: readonly ClauseRef[]) =>
    clauses.length === 0 ? words.saidNothing : clauses.map(({ clause }) => clause).join(', ');
  return (
    <section className="panel stack" aria-label={words.agreement}>
      <h3>{words.agreement}</h3>
      <p>{words.same(comparison.same, comparison.items)}</p>
      {comparison.clauses.length === 0 ? null : (
        <div className="sample-table">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{words.columns.clause}</th>
                <th scope="col">{words.columns.both}</th>
                <th scope="col">{words.only(comparison.first)}</th>
                <th scope="col">{words.only(comparison.second)}</th>
                <th scope="col">{words.columns.neither}</th>
                <th scope="col">{words.kappa}</th>
              </tr>
            </thead>
            <tbody>
              {comparison.clauses.map((one) => (
                <tr key={`${one.policy} ${one.clause}`}>
                  <th scope="row">{one.label}</th>
                  <td>{count(one.both)}</td>
                  <td>{count(one.onlyFirst)}</td>
                  <td>{count(one.onlySecond)}</td>
                  <td>{count(one.neither)}</td>
                  <td>{one.kappa === null ? words.noKappa : one.kappa.toFixed(2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="quiet small">{words.kappaAbout}</p>
      {comparison.differences.length === 0 ? null : (
        <section className="stack-close">
          <h4>{words.differences}</h4>
          <ul className="stack-close">
            {comparison.differences.map((one) => (
              <li key={one.itemId} className="row">
                <button type="button" className="link-button" onClick={() => go('evidence', { item: one.itemId })}>
                  #{count(one.number)}
                </button>
                <span>{words.said(comparison.first, said(one.first))}</span>
                <span>{words.said(comparison.second, said(one.second))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}
