import { createContext, type ReactNode, useContext } from 'react';
import type { AgreementView } from '../../../contract/agreement-shelf.ts';
import type { CallInput, CallOutput } from '../../../contract/calls.ts';
import { type QueryState, useCommandCall, useQueryCall } from '../../engine/use-call.ts';

/** Where an agreement is looked at and changed: in the open case, or in a district's file that is being made. */
export type AgreementHome = { readonly kind: 'case' } | { readonly kind: 'draft'; readonly district: string };

const Home = createContext<AgreementHome>({ kind: 'case' });

export function AgreementHomeProvider({
  home,
  children,
}: {
  readonly home: AgreementHome;
  readonly children: ReactNode;
}) {
  return <Home.Provider value={home}>{children}</Home.Provider>;
}

type PackName = { readonly pack: string; readonly version: string };

function districtOf(home: AgreementHome): string {
  return home.kind === 'draft' ? home.district : '';
}

/** One agreement as it stands at home. */
export function useAgreementView(name: PackName): QueryState<AgreementView> {
  const home = useContext(Home);
  const inCase = useQueryCall('agreement.view', name, { enabled: home.kind === 'case' });
  const inDraft = useQueryCall(
    'district-draft.agreement',
    { ...name, district: districtOf(home) },
    { enabled: home.kind === 'draft' },
  );
  return home.kind === 'case' ? inCase : inDraft;
}

/** What is wrong with a text, beside what else is at home. */
export function useAgreementCheck(yaml: string): QueryState<CallOutput<'agreement.check'>> {
  const home = useContext(Home);
  const inCase = useQueryCall('agreement.check', { yaml }, { enabled: home.kind === 'case', keepPrevious: true });
  const inDraft = useQueryCall(
    'district-draft.check',
    { yaml, district: districtOf(home) },
    { enabled: home.kind === 'draft', keepPrevious: true },
  );
  return home.kind === 'case' ? inCase : inDraft;
}

/** The four changes that are made to an agreement, where it is at home. Each resolves with null where it failed. */
export function useAgreementChanges() {
  const home = useContext(Home);
  const district = districtOf(home);
  const inCase = home.kind === 'case';
  const keep = [useCommandCall('agreement.save'), useCommandCall('district-draft.keep')] as const;
  const confirm = [useCommandCall('article.confirm'), useCommandCall('district-draft.confirm')] as const;
  const takeBack = [useCommandCall('article.take-back'), useCommandCall('district-draft.take-back')] as const;
  const save = [useCommandCall('agreement.export'), useCommandCall('district-draft.export-agreement')] as const;
  return {
    keep: {
      ...keep[inCase ? 0 : 1],
      run: (input: CallInput<'agreement.save'>) => (inCase ? keep[0].run(input) : keep[1].run({ ...input, district })),
    },
    confirm: {
      ...confirm[inCase ? 0 : 1],
      run: (input: CallInput<'article.confirm'>) =>
        inCase ? confirm[0].run(input) : confirm[1].run({ ...input, district }),
    },
    takeBack: {
      ...takeBack[inCase ? 0 : 1],
      run: (input: CallInput<'article.take-back'>) =>
        inCase ? takeBack[0].run(input) : takeBack[1].run({ ...input, district }),
    },
    save: {
      ...save[inCase ? 0 : 1],
      run: (input: CallInput<'agreement.export'>) =>
        inCase ? save[0].run(input) : save[1].run({ ...input, district }),
    },
  };
}
