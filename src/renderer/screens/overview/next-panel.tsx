import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';
import type { NextAction } from './next-actions.ts';

/** The next sensible action with its button; all others below, so that none is forgotten. */
export function NextPanel({ actions }: { readonly actions: readonly NextAction[] }) {
  const words = useWords().overview;
  const { go } = useNavigation();
  const [first, ...rest] = actions;
  if (first === undefined) {
    return (
      <section className="panel overview-next-panel stack-close">
        <h2>
          <IconCircleCheck size={18} aria-hidden /> {words.allDone}
        </h2>
        <p>{words.allDoneAbout}</p>
      </section>
    );
  }
  return (
    <section className="panel overview-next-panel" data-urgent={first.urgent} aria-label={words.next}>
      <div className="row-apart overview-next-first">
        <div className="stack-close">
          <p className="overview-next-word">
            {first.urgent ? <IconAlertTriangle size={14} aria-hidden /> : <IconArrowRight size={14} aria-hidden />}
            {words.next}
          </p>
          <h2>{first.title}</h2>
          <p>{first.about}</p>
        </div>
        <Button size="sm" onClick={() => go(first.to.screen, first.to.params ?? {})}>
          {first.button}
        </Button>
      </div>
      {rest.length === 0 ? null : (
        <div className="overview-next-rest">
          <h3>{words.also}</h3>
          <ul>
            {rest.map((action) => (
              <li key={action.id}>
                <button
                  type="button"
                  className="overview-next-line"
                  data-urgent={action.urgent}
                  title={action.about}
                  onClick={() => go(action.to.screen, action.to.params ?? {})}
                >
                  {action.urgent ? (
                    <IconAlertTriangle size={14} aria-hidden />
                  ) : (
                    <IconArrowRight size={14} aria-hidden />
                  )}
                  <span>{action.title}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
