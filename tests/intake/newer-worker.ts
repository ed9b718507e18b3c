/** The reading process with a better reader of tables: its version is raised, and it reads one word that the old one got wrong. */
import { csvMessages } from '../../src/engine/intake/readers/csv-messages.ts';

const { read } = csvMessages;
Reflect.set(csvMessages, 'version', csvMessages.version + 1);
Reflect.set(csvMessages, 'read', async function* (...given: Parameters<typeof read>) {
  for await (const value of read(...given)) {
    const isItem = value.kind === 'item';
    yield isItem
      ? { ...value, item: { ...value.item, text: value.item.text.replace('Wendsday', 'Wednesday') } }
      : value;
  }
});

await import('../../src/engine/workers/read-worker.ts');
