import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { AllegationView } from '../../../contract/finding.ts';
import { type Account, CredibilityFactor, type DisputedFact, FactorSpeaks } from '../../../contract/weighing.ts';
import { useCommandCall } from '../../engine/use-call.ts';
import { QuotedWords } from '../../parts/quoted-words.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { AnswerWithReason } from '../findings/answer-with-reason.tsx';
import { AccountForm } from './account-form.tsx';

interface AccountsGridProps {
  readonly fact: DisputedFact;
  readonly view: AllegationView | null;
}

/** The accounts as columns of one size; under them, factor by factor in one line, why each is the more or less believable. */
export function AccountsGrid({ fact, view }: AccountsGridProps) {
  const words = useWords().accounts.weighing;
  const [adding, setAdding] = useState(false);
  const { accounts } = fact;
  return (
    <section className="allegation-part stack" aria-label={words.accounts}>
      <div className="row-apart">
        <h3>{words.accounts}</h3>
        <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          {words.addAccount}
        </Button>
      </div>
      {adding ? <AccountForm fact={fact} view={view} onDone={() => setAdding(false)} /> : null}
      {accounts.length === 0 ? (
        <p className="quiet">{words.noAccounts}</p>
      ) : (
        <div
          className="accounts-grid"
          style={{ gridTemplateColumns: `repeat(${accounts.length}, minmax(17rem, 1fr))` }}
        >
          {accounts.map((account) => (
            <AccountHead key={account.id} account={account} />
          ))}
          {CredibilityFactor.options.map((factor) => (
            <Fragment key={factor}>
              <p className="account-factor">
                <strong>{words.factors[factor].word}</strong>{' '}
                <span className="small quiet">{words.factors[factor].about}</span>
              </p>
              {accounts.map((account) => (
                <Factor key={account.id} account={account} factor={factor} />
              ))}
            </Fragment>
          ))}
        </div>
      )}
    </section>
  );
}

function AccountHead({ account }: { readonly account: Account }) {
  const words = useWords().accounts.weighing;
  const withdraw = useCommandCall('weighing.withdraw-account');
  const [asking, setAsking] = useState(false);
  return (
    <section className="account-head stack-close" aria-label={account.where}>
      <div className="row-apart">
        <strong>{account.speaker ?? words.unknownSpeaker}</strong>
        <button
          type="button"
          className="link-button"
          aria-label={words.accountOutOf(account.where)}
          onClick={() => setAsking(true)}
        >
          {words.accountOut}
        </button>
      </div>
      <p className="small quiet">{account.where}</p>
      {account.compelled ? (
        <p>
          <span className="chip" data-tone="late">
            {words.compelled}
          </span>
        </p>
      ) : null}
      <p>{account.says}</p>
      {account.quote === null ? null : <QuotedWords words={account.quote} />}
      <ReasonDialog
        opened={asking}
        title={words.accountOutOf(account.where)}
        about={words.accountOutAbout}
        action={words.accountOut}
        busy={withdraw.busy}
        error={withdraw.error}
        onCancel={() => setAsking(false)}
        onReason={(reason) =>
          void withdraw.run({ id: account.id, reason }).then((done) => {
            if (done !== null) setAsking(false);
          })
        }
      />
    </section>
  );
}

function Factor({ account, factor }: { readonly account: Account; readonly factor: CredibilityFactor }) {
  const words = useWords().accounts.weighing;
  const weigh = useCommandCall('weighing.weigh');
  const recorded = account.factors.find((one) => one.factor === factor) ?? null;
  const name = words.factors[factor].word;
  return (
    <AnswerWithReason
      draftKey={`factor/${account.id}/${factor}`}
      legend={words.factorOf(name, account.where)}
      choices={FactorSpeaks.options.map((value) => ({ value, label: words.speaks[value] }))}
      recorded={recorded === null ? null : { answer: recorded.speaks, reason: recorded.reason }}
      words={{
        reason: words.reason,
        reasonOf: `${words.reason}: ${words.factorOf(name, account.where)}`,
        record: words.record,
        recordOf: words.recordFactor(name, account.where),
        recording: words.recording,
      }}
      busy={weigh.busy}
      error={weigh.error}
      onRecord={async (speaks, reason) =>
        (await weigh.run({ accountId: account.id, factor, speaks, reason: reason ?? '' })) !== null
      }
    />
  );
}
