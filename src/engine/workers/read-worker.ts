import { describeUnknown, nameDisagrees, peekAt, recognise } from '../intake/detect.ts';
import { type ReadContext, ReadRefusal, type SourceFile, type Yielded } from '../intake/readers/reader.ts';
import { readers } from '../intake/readers/registry.ts';
import { parentPort } from './port.ts';
import {
  type FromWorker,
  inlineBytes,
  openBatches,
  type Passage,
  pieceBytes,
  ToWorker,
  type Value,
} from './protocol.ts';

/**
 * Entry of the reading process: the only place where the bytes of evidence are opened. It takes one file at a time, finds
 * its reader and sends what the reader yields in batches. It opens no case file, writes nothing and asks no network.
 */
const port = parentPort();

/** A batch goes off when it is this long or holds this many characters, whichever comes first. */
const batchValues = 200;
const batchCharacters = 256 * 1024;
const LONGEST_NAME = 4096;

let open = 0;
let goOn: (() => void) | null = null;

/** The last batch of a file, which goes off with its end. */
let lastBatch: FromWorker | null = null;

async function post(message: FromWorker): Promise<void> {
  const passage: Passage = lastBatch === null ? [message] : [lastBatch, message];
  lastBatch = null;
  await port.post(passage);
}

/** Sends what counts as a batch and waits while too many are unread: a huge mailbox must not pile up in memory. */
async function postCounted(message: FromWorker): Promise<void> {
  open += 1;
  await post(message);
  while (open >= openBatches) {
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  }
}

async function postMember(name: string, role: 'attachment' | 'entry', bytes: Uint8Array): Promise<void> {
  await post({ kind: 'member', name, role, size: bytes.length });
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    await postCounted({ kind: 'member-piece', bytes: bytes.subarray(at, at + pieceBytes) });
  }
}

/** A name as it travels: no longer than the other side takes, and without halves of letters, which no file can keep. */
const shortName = (name: string): string => name.slice(0, LONGEST_NAME).toWellFormed();

function sizeOf(value: Value): number {
  if (value.kind === 'item') return value.item.text.length + 500;
  return value.kind === 'member' ? value.bytes.length + 200 : 200;
}

async function sendAll(values: AsyncIterable<Yielded>): Promise<void> {
  let batch: Value[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await postCounted({ kind: 'batch', values: batch });
    batch = [];
    characters = 0;
  };
  try {
    for await (const value of values) {
      if (value.kind === 'member' && value.bytes.length > inlineBytes) {
        await flush();
        await postMember(shortName(value.name), value.role, value.bytes);
        continue;
      }
      const sent = 'name' in value ? { ...value, name: shortName(value.name) } : value;
      batch.push(sent);
      characters += sizeOf(sent);
      if (batch.length >= batchValues || characters >= batchCharacters) await flush();
    }
  } finally {
    if (batch.length > 0) lastBatch = { kind: 'batch', values: batch, last: true };
  }
}

async function readFile(file: SourceFile, context: ReadContext): Promise<void> {
  const peek = peekAt(file.name, file.bytes);
  const found = file.bytes.length === 0 ? null : recognise(peek, readers);
  if (found === null) {
    await post({ kind: 'refused', because: await describeUnknown(peek) });
    return;
  }
  const { reader, detection, format } = found;
  if (detection.certainty === 'no') return;
  await post({
    kind: 'recognised',
    format,
    reader: reader.id,
    version: reader.version,
    label: reader.label,
    certainty: detection.certainty,
    because: detection.because,
    nameDisagrees: nameDisagrees(file.name, reader, readers),
  });
  if (peek.endsAsZip === true && reader.id !== 'zip') {
    const text =
      'Behind what was read lies a zip archive in the same file; its files were not taken out. If they matter, save the file under a name that ends in .zip, unpack it, and add what is in it.';
    await postCounted({ kind: 'batch', values: [{ kind: 'warning', text }] });
  }
  try {
    await sendAll(reader.read(file, context));
    await post({ kind: 'done' });
  } catch (error) {
    if (error instanceof ReadRefusal) await post({ kind: 'refused', because: error.message });
    else await post({ kind: 'broken' });
  }
}

interface Incoming {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly context: ReadContext;
  filled: number;
}

let incoming: Incoming | null = null;

function receive(message: ToWorker): void {
  if (message.kind === 'taken') {
    open -= 1;
    goOn?.();
    goOn = null;
  } else if (message.kind === 'open') {
    const { name, sha256, size, context } = message;
    open = 0;
    // A copy of their own: what arrived is a view into the message, which a reader might take for the whole of its memory.
    const bytes = message.bytes === null ? new Uint8Array(size) : new Uint8Array(message.bytes);
    incoming = { name, sha256, bytes, context, filled: 0 };
    if (message.bytes !== null) begin(incoming);
  } else if (message.kind === 'piece' && incoming !== null) {
    incoming.bytes.set(message.bytes, incoming.filled);
    incoming.filled += message.bytes.length;
  } else if (message.kind === 'go' && incoming !== null) {
    begin(incoming);
  }
}

function begin({ name, sha256, bytes, context }: Incoming): void {
  incoming = null;
  void readFile({ name, sha256, bytes }, context);
}

port.onMessage((message) => receive(ToWorker.parse(message)));

// Where the parent cannot see this process's memory (anything but Linux), it is told.
if (process.platform !== 'linux') {
  setInterval(() => void post({ kind: 'memory', bytes: process.memoryUsage.rss() }), 500).unref();
}

await post({ kind: 'ready' });
