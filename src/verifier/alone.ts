// The check of a copy as one file that Node alone runs: `node check-this-copy.mjs [FOLDER] [--expect FINGERPRINT] [--json]`.
// Without a folder it checks the one in which it lies.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isBag, verifyBag } from './bag-on-disk.ts';
import { bagInWords } from './words.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const given = readArguments();
  if (given === null) return 2;
  const folder = resolve(given.folder ?? dirname(fileURLToPath(import.meta.url)));
  if (!isBag(folder)) {
    process.stderr.write(`There is no copy of a case at ${folder}.\n`);
    return 3;
  }
  const report = await verifyBag(folder, { expect: given.expect });
  const words = given.json ? [JSON.stringify(report)] : bagInWords(report);
  process.stdout.write(`${words.join('\n')}\n`);
  return report.ok ? 0 : 1;
}

function readArguments(): { folder: string | undefined; expect: string | null; json: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { expect: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    return { folder: positionals[0], expect: values.expect ?? null, json: values.json ?? false };
  } catch {
    process.stderr.write('Usage: node check-this-copy.mjs [FOLDER] [--expect FINGERPRINT] [--json]\n');
    return null;
  }
}
