import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { useQueryCall } from '../engine/use-call.ts';
import { SnippetText } from '../parts/snippet-text.tsx';
import { useWords } from '../words/use-words.ts';
import { type Action, keyWords, useRegistry } from './actions.tsx';
import { useNavigation } from './navigation.tsx';

const SHOWN_HITS = 7;

/** Ctrl K: every action by name, people by name, and the words of all evidence, in one field. */
export function Palette() {
  const words = useWords().frame.palette;
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      clearQueryOnClose
      scrollable
      maxHeight={440}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      yOffset="12vh"
      centered={false}
    >
      <Modal.Title className="unseen">{words.label}</Modal.Title>
      <Spotlight.Search placeholder={words.placeholder} aria-label={words.label} />
      <Spotlight.ActionsList>
        <Found query={query} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Found({ query }: { readonly query: string }) {
  const words = useWords().frame;
  const { go } = useNavigation();
  const registry = useRegistry();
  const [typed] = useDebouncedValue(query.trim(), 80);
  const people = useQueryCall('person.list', {});
  const search = useQueryCall(
    'item.search',
    { words: typed, limit: SHOWN_HITS },
    { enabled: typed.length > 1, keepPrevious: true },
  );
  const actions = registry.all().filter((action) => matches(action, query, words.groups[action.group]));
  const named = query.trim() === '' ? [] : (people.value ?? []).filter((person) => hasWords(person.name, query));
  const hits = typed.length > 1 ? (search.value?.hits ?? []) : [];
  const total = search.value?.total ?? 0;
  const nothing = actions.length + named.length + hits.length === 0;
  return (
    <>
      {nothing ? <Spotlight.Empty>{words.palette.nothing}</Spotlight.Empty> : null}
      {named.length === 0 ? null : (
        <Spotlight.ActionsGroup label={words.palette.people}>
          {named.map((person) => (
            <Spotlight.Action
              key={person.id}
              onClick={() => go('people', { person: person.id })}
              label={words.palette.who(person.name)}
            />
          ))}
          {named.map((person) => (
            <Spotlight.Action
              key={`all ${person.id}`}
              onClick={() => go('evidence', { person: person.id })}
              label={words.palette.everything(person.name)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {actions.length === 0 ? null : (
        <Spotlight.ActionsGroup label={words.palette.actions}>
          {actions.map((action) => (
            <Spotlight.Action key={action.id} onClick={action.run}>
              <span className="palette-line">
                <span>{action.label}</span>
                {action.keys === undefined ? null : <kbd>{keyWords(action.keys)}</kbd>}
              </span>
            </Spotlight.Action>
          ))}
        </Spotlight.ActionsGroup>
      )}
      {hits.length === 0 ? null : (
        <Spotlight.ActionsGroup label={words.palette.evidence}>
          {hits.map((hit) => (
            <Spotlight.Action
              key={`${hit.item}-${hit.snippet}`}
              onClick={() => go('evidence', { item: hit.item, words: typed })}
            >
              <span className="palette-hit">
                <span className="palette-number">{words.palette.item(hit.number)}</span>
                <SnippetText snippet={hit.snippet} />
              </span>
            </Spotlight.Action>
          ))}
          {total > hits.length ? (
            <Spotlight.Action onClick={() => go('evidence', { words: typed })}>
              {words.palette.all(total)}
            </Spotlight.Action>
          ) : null}
        </Spotlight.ActionsGroup>
      )}
    </>
  );
}

function matches(action: Action, query: string, group: string): boolean {
  return hasWords(`${group} ${action.label}`, query);
}

/** Whether every typed word begins a word of the text. */
function hasWords(text: string, query: string): boolean {
  const known = text.toLowerCase().split(/[\s:,()]+/);
  const typed = query.toLowerCase().trim().split(/\s+/);
  return typed.every((word) => known.some((part) => part.startsWith(word)));
}
