import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconFilePlus, IconFolderPlus, IconHandStop, IconMessagePlus, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useOs } from '../../engine/os.tsx';
import { useQueryCall } from '../../engine/use-call.ts';
import { useActions } from '../../frame/actions.tsx';
import { useNavigation } from '../../frame/navigation.tsx';
import { useWords } from '../../words/use-words.ts';
import { DatesView } from './dates/dates-view.tsx';
import { DropArea } from './drop-area.tsx';
import { FilesView } from './files-view.tsx';
import { ItemsView } from './items-view.tsx';
import { KeptOutView } from './kept-out/kept-out-view.tsx';
import { NotReadView } from './not-read/not-read-view.tsx';
import { StatementSheet } from './receipt/statement-sheet.tsx';
import { StopDialog } from './receipt/stop-screen.tsx';
import { ReceiptSheet } from './receipt-sheet.tsx';
import './evidence.css';

/** Items with the viewer beside them, or the files with what came of each; evidence is added by drop or by button. */
export function EvidenceScreen() {
  const words = useWords().evidence;
  const { place, set } = useNavigation();
  const [paths, setPaths] = useState<readonly string[] | null>(null);
  const adding = useAdding(setPaths);
  const [typing, setTyping] = useState<'statement' | 'stop' | null>(null);
  const { keptOut } = useWords();
  const view = viewShown(place.params['files']);
  return (
    <DropArea onPaths={setPaths}>
      <header className="screen-head">
        <h1>{words.title}</h1>
        <Counts view={view} />
        <SegmentedControl
          aria-label={words.viewChoice}
          data={views.map((value) => ({ value, label: words.views[value] }))}
          value={view}
          onChange={(next) => set({ files: paramOf[next] ?? null })}
        />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button className="head-end" leftSection={<IconPlus size={14} aria-hidden />}>
              {words.add}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconFilePlus size={15} aria-hidden />} onClick={adding.files}>
              {words.addFiles}
            </Menu.Item>
            <Menu.Item leftSection={<IconFolderPlus size={15} aria-hidden />} onClick={adding.folder}>
              {words.addFolder}
            </Menu.Item>
            <Menu.Item leftSection={<IconMessagePlus size={15} aria-hidden />} onClick={() => setTyping('statement')}>
              {keptOut.statement.menu}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<IconHandStop size={15} aria-hidden />} onClick={() => setTyping('stop')}>
              {keptOut.stop.open}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <View view={view} files={place.params['files']} onAdd={adding.files} />
      {typing === 'statement' ? <StatementSheet onClose={() => setTyping(null)} /> : null}
      {typing === 'stop' ? <StopDialog onClose={() => setTyping(null)} /> : null}
      {paths === null ? null : (
        <ReceiptSheet
          for={{ kind: 'new', paths }}
          onClose={() => setPaths(null)}
          onStarted={() => set({ files: 'all', file: null })}
        />
      )}
    </DropArea>
  );
}

interface ViewProps {
  readonly view: EvidenceView;
  readonly files: string | undefined;
  readonly onAdd: () => void;
}

function View({ view, files, onAdd }: ViewProps) {
  switch (view) {
    case 'items':
      return <ItemsView onAdd={onAdd} />;
    case 'files':
      return <FilesView show={files === 'remarks' || files === 'no-receipt' ? files : 'all'} />;
    case 'dates':
      return <DatesView />;
    case 'not-read':
      return <NotReadView />;
    case 'kept-out':
      return <KeptOutView />;
  }
}

/** The count beside the title belongs to what the table shows; the items' own stands with their filters. */
function Counts({ view }: { readonly view: EvidenceView }) {
  const words = useWords().evidence;
  const state = useQueryCall('case.state', {});
  if (state.value === null || view === 'dates' || view === 'not-read' || view === 'kept-out') return null;
  const { items, evidence } = state.value.counts;
  return (
    <span className="quiet">
      {view === 'files' ? words.fileCounts(evidence, evidence) : words.counts(items, items)}
    </span>
  );
}

function useAdding(onPaths: (paths: readonly string[]) => void) {
  const words = useWords().evidence.actions;
  const os = useOs();
  const { set } = useNavigation();
  const files = () =>
    void os.chooseFiles().then((paths) => {
      if (paths !== null && paths.length > 0) onPaths(paths);
    });
  const folder = () =>
    void os.chooseFolder().then((path) => {
      if (path !== null) onPaths([path]);
    });
  useActions([
    { id: 'evidence.add', label: words.add, group: 'evidence', keys: 'mod+i', run: files },
    { id: 'evidence.add-folder', label: words.addFolder, group: 'evidence', run: folder },
    { id: 'evidence.files', label: words.files, group: 'evidence', run: () => set({ files: 'all' }) },
    { id: 'evidence.dates', label: words.dates, group: 'evidence', run: () => set({ files: 'dates', file: null }) },
    { id: 'evidence.not-read', label: words.notRead, group: 'evidence', run: () => set({ files: 'not-read' }) },
  ]);
  // The menu and other screens ask for the dialog through the address: `#/evidence?add=files`.
  const asked = useNavigation().place.params['add'];
  useEffect(() => {
    if (asked === undefined) return;
    set({ add: null });
    void (
      asked === 'folder' ? os.chooseFolder().then((path) => (path === null ? null : [path])) : os.chooseFiles()
    ).then((paths) => {
      if (paths !== null && paths.length > 0) onPaths(paths);
    });
  }, [asked, set, os, onPaths]);
  return { files, folder };
}

const views = ['items', 'files', 'dates', 'not-read', 'kept-out'] as const;
type EvidenceView = (typeof views)[number];
/** How each view stands in the address. */
const paramOf: Readonly<Record<string, string | null>> = {
  items: null,
  files: 'all',
  dates: 'dates',
  'not-read': 'not-read',
  'kept-out': 'kept-out',
};

function viewShown(param: string | undefined): EvidenceView {
  if (param === undefined) return 'items';
  return param === 'dates' || param === 'not-read' || param === 'kept-out' ? param : 'files';
}
