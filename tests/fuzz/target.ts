// One target of the fuzzing, in a process of its own: `target.ts SEEDS ID SECONDS FIRST`. Tells each try before it is made.
import { createHash } from 'node:crypto';
import { ReadRefusal, type Yielded } from '../../src/engine/intake/readers/reader.ts';
import { readers } from '../../src/engine/intake/readers/registry.ts';
import { Value } from '../../src/engine/workers/protocol.ts';
import { loaders } from './loaders.ts';
import { mutate, randomFrom } from './mutate.ts';
import { readSeeds, type Seed } from './seed-files.ts';

const [, , folder = '', id = '', seconds = '60', first = '0', only = ''] = process.argv;
/** More values than that are no finding: the engine takes them in batches. */
const MOST_VALUES = 20_000;

const loader = loaders.find((one) => one.id === id);
const reader = readers.find((one) => one.id === id);
const all = loader === undefined ? readSeeds(folder) : new Map([[id, loader.seeds()]]);
const others = [...all.values()].flat();
// A reader without a file of its own is given everybody's.
const seeds = all.get(id) ?? others;

/** The bytes of a try, the same each time and on every machine. */
function bytesOf(n: number): { readonly seed: Seed; readonly bytes: Uint8Array } {
  const random = randomFrom(createHash('sha256').update(`${id} ${n}`).digest().readUInt32LE(0));
  const seed = seeds[Math.floor(random() * seeds.length)] ?? { name: 'empty', bytes: new Uint8Array() };
  const other = others[Math.floor(random() * others.length)] ?? seed;
  return { seed, bytes: mutate(seed.bytes, other.bytes, random) };
}

/** As the reading process sends it: a name cut to its length, and here of a member's bytes only the first. */
function asSent(value: Yielded): object {
  const named = 'name' in value ? { ...value, name: value.name.slice(0, 4096).toWellFormed() } : value;
  return named.kind === 'member' ? { ...named, bytes: named.bytes.subarray(0, 100) } : named;
}

/** @returns what is wrong, null where nothing is */
async function attempt(bytes: Uint8Array, name: string): Promise<string | null> {
  try {
    if (loader !== undefined) loader.take(bytes);
    if (reader === undefined) return null;
    let values = 0;
    for await (const value of reader.read({ name, sha256: '0'.repeat(64), bytes }, { zone: null, ocrLanguages: [] })) {
      const parsed = Value.safeParse(asSent(value));
      if (!parsed.success) return `a value that the engine would not take: ${parsed.error.issues[0]?.message ?? ''}`;
      values += 1;
      if (values > MOST_VALUES) break;
    }
    return null;
  } catch (error) {
    if (error instanceof ReadRefusal) return null;
    return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error);
  }
}

/** Resolves when the other side can have it: what is only queued goes with the process. */
const say = (message: object) => new Promise<void>((resolve) => process.send?.(message, () => resolve()));
if (only !== '') {
  const { bytes } = bytesOf(Number(only));
  await say({ bytes: Buffer.from(bytes).toString('base64') });
  process.exit(0);
}
const end = performance.now() + Number(seconds) * 1000;
let n = Number(first);
for (; performance.now() < end; n += 1) {
  const { seed, bytes } = bytesOf(n);
  const told = say({ n });
  const wrong = await attempt(bytes, seed.name);
  if (wrong !== null) await say({ n, wrong, bytes: Buffer.from(bytes).toString('base64') });
  // Now and then the messages are let out.
  if (n % 20 === 0) await told;
}
await say({ ended: n, seeds: all.has(id) ? seeds.length : 0 });
process.disconnect();
