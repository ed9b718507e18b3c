import { Tabs } from '@mantine/core';
import { useRef } from 'react';
import type { Passage } from '../../../../contract/mapping.ts';
import { useActions } from '../../../frame/actions.tsx';
import { useWords } from '../../../words/use-words.ts';
import { AlikeTab } from './alike-tab.tsx';
import { LinksTab } from './links-tab.tsx';
import { MarkTab } from './mark-tab.tsx';
import { ReadingTab } from './reading-tab.tsx';
import { SuggestionsTab } from './suggestions-tab.tsx';
import type { OpenItem } from './use-item.ts';

const tabs = ['suggestions', 'links', 'mark', 'alike', 'reading'] as const;
export type WorkTab = (typeof tabs)[number];

interface WorkPanelProps {
  readonly item: OpenItem;
  readonly tab: WorkTab;
  readonly onTab: (tab: WorkTab) => void;
  readonly passage: Passage | null;
  readonly onPassage: (passage: Passage | null) => void;
}

/** What the machine suggests, what people linked, and the form that links a passage. */
export function WorkPanel({ item, tab, onTab, passage, onPassage }: WorkPanelProps) {
  const all = useWords();
  const words = all.viewer;
  const linksTab = useRef<HTMLButtonElement>(null);
  useActions([
    { id: 'viewer.mark', label: words.actions.mark, group: 'item', keys: 'm', run: () => onTab('mark') },
    { id: 'viewer.suggestions', label: words.actions.suggestions, group: 'item', run: () => onTab('suggestions') },
    { id: 'viewer.links', label: words.actions.links, group: 'item', run: () => onTab('links') },
    { id: 'viewer.alike', label: all.inquiry.alike.action, group: 'item', run: () => onTab('alike') },
    { id: 'viewer.reading', label: words.actions.reading, group: 'item', run: () => onTab('reading') },
  ]);
  const open = item.suggestions.filter((one) => one.decision === null && !one.setAside).length + item.flags.length;
  const links = item.links.filter((link) => !link.withdrawn).length;
  return (
    <Tabs
      className="work-panel"
      value={tab}
      onChange={(next) => {
        const chosen = tabs.find((one) => one === next);
        if (chosen !== undefined) onTab(chosen);
      }}
    >
      <Tabs.List aria-label={words.tabs.label}>
        <Tabs.Tab value="suggestions">
          {words.tabs.suggestions} <span className="tab-count">{open}</span>
        </Tabs.Tab>
        <Tabs.Tab ref={linksTab} value="links">
          {words.tabs.links} <span className="tab-count">{links}</span>
        </Tabs.Tab>
        <Tabs.Tab value="mark">{words.tabs.mark}</Tabs.Tab>
        <Tabs.Tab value="alike">{all.inquiry.alike.tab}</Tabs.Tab>
        <Tabs.Tab value="reading">{words.tabs.reading}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="suggestions" className="work-body">
        <SuggestionsTab item={item} onPassage={onPassage} />
      </Tabs.Panel>
      <Tabs.Panel value="links" className="work-body">
        <LinksTab item={item} />
      </Tabs.Panel>
      <Tabs.Panel value="mark" className="work-body">
        <MarkTab
          key={passage === null ? 'none' : `${passage.kind} ${passage.text}`}
          item={item}
          passage={passage}
          onPassage={onPassage}
          onLinked={() => {
            onPassage(null);
            onTab('links');
            linksTab.current?.focus();
          }}
        />
      </Tabs.Panel>
      <Tabs.Panel value="alike" className="work-body">
        {tab === 'alike' ? <AlikeTab item={item} passage={passage} /> : null}
      </Tabs.Panel>
      <Tabs.Panel value="reading" className="work-body">
        <ReadingTab key={item.view.row.id} item={item} />
      </Tabs.Panel>
    </Tabs>
  );
}
