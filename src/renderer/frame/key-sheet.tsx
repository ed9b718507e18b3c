import { Modal, Switch } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import { type Action, isSingleKey, keyWords, useRegistry } from './actions.tsx';
import { useSingleKeys } from './preferences.ts';

interface KeySheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every key there is on this screen, and the switch for single-letter keys. */
export function KeySheet({ opened, onClose }: KeySheetProps) {
  const words = useWords().frame;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.sheet.title}
      size="lg"
      closeButtonProps={{ 'aria-label': words.sheet.title }}
    >
      {opened ? <KeyList /> : null}
    </Modal>
  );
}

function KeyList() {
  const words = useWords().frame;
  const registry = useRegistry();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const groups = groupsOf(registry.all());
  return (
    <div className="stack">
      <p className="quiet">{words.sheet.about}</p>
      <Switch
        label={words.sheet.single}
        description={words.sheet.singleAbout}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      {groups.map(([group, actions]) => (
        <section key={group}>
          <h3>{words.groups[group]}</h3>
          <ul className="key-list">
            {actions.map((action) => (
              <li key={action.id}>
                <span>{action.label}</span>
                <KeyOf action={action} singleKeys={singleKeys} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function KeyOf({ action, singleKeys }: { readonly action: Action; readonly singleKeys: boolean }) {
  const off = action.keys !== undefined && isSingleKey(action.keys) && !singleKeys;
  return action.keys === undefined ? null : <kbd data-off={off}>{keyWords(action.keys)}</kbd>;
}

function groupsOf(actions: readonly Action[]): readonly (readonly [Action['group'], readonly Action[]])[] {
  const withKeys = actions.filter((action) => action.keys !== undefined);
  const names = [...new Set(withKeys.map((action) => action.group))];
  return names.map((name) => [name, withKeys.filter((action) => action.group === name)]);
}
