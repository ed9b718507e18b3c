import { checkBag } from '../bag/check-bag.ts';
import { bagInWords } from '../words.ts';
import { browserTools, folderOf } from './browser-tools.ts';
import { chosen, dropped } from './chosen-files.ts';

const picker = element('folder', HTMLInputElement);
const field = element('fingerprint', HTMLInputElement);
const place = element('drop', HTMLElement);
const result = element('result', HTMLElement);
const progress = element('progress', HTMLElement);

picker.addEventListener('change', () => {
  if (picker.files !== null) void check(chosen(picker.files));
});
place.addEventListener('dragover', (event) => event.preventDefault());
// A folder that misses the frame must not replace the page.
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer === null) return;
  clear();
  void dropped(event.dataTransfer.items).then(check);
});
element('again', HTMLButtonElement).addEventListener('click', () => {
  if (last !== null) void check(last);
});

/** What was given last, so that another fingerprint can be tried without giving the folder again. */
let last: ReadonlyMap<string, File> | null = null;
let turn = 0;

/** An answer from before must not stand while another folder is read. */
function clear(): void {
  turn += 1;
  result.replaceChildren();
  say('Reading the folder');
}

async function check(files: ReadonlyMap<string, File>): Promise<void> {
  clear();
  const mine = turn;
  if (files.size === 0) {
    say('Done.');
    show('problem', ['This folder holds no copy of a case. Choose the folder in which this page lies.']);
    return;
  }
  last = files;
  element('again', HTMLButtonElement).hidden = false;
  const expect = field.value.trim() === '' ? null : field.value;
  say('Reading the files');
  const report = await checkBag(folderOf(files), await browserTools(), {
    expect,
    told: (step, done, total) => {
      if (mine !== turn) return;
      const part = total === 0 ? 100 : Math.floor((done / total) * 100);
      say(step === 'files' ? `Reading the files: ${part} %` : `Testing the signatures: ${part} %`);
    },
  });
  if (mine !== turn) return;
  say('Done.');
  show(report.ok ? 'holds' : 'problem', bagInWords(report));
}

function say(words: string): void {
  if (progress.textContent !== words) progress.textContent = words;
}

function show(kind: 'holds' | 'problem', sentences: readonly string[]): void {
  const [verdict = '', ...rest] = sentences;
  const heading = document.createElement('h2');
  heading.textContent = verdict;
  const list = document.createElement('ul');
  for (const sentence of rest) {
    const line = document.createElement('li');
    line.textContent = sentence;
    list.append(line);
  }
  result.dataset['verdict'] = kind;
  result.replaceChildren(heading, list);
}

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`broken belief: the page has #${id}`);
  return found;
}
