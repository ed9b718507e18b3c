import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cafeteriaJoke } from './cafeteria-joke/build.ts';
import { offerBundledFonts } from './fonts.ts';
import { harborNight } from './harbor-night/build.ts';
import type { SampleFiles } from './sample-files.ts';
import { staffLot } from './staff-lot/build.ts';

// Makes the sample incidents anew under resources/samples. What it writes is committed and shipped;
// only a developer who changes an incident runs it: npm exec -- node scripts/make-samples/index.ts

const samples = path.resolve(import.meta.dirname, '../../resources/samples');

function writeIncident(name: string, files: SampleFiles): void {
  const sums: string[] = [];
  for (const [relative, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const target = path.join(samples, name, 'inbox', relative);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  inbox/${relative}`);
  }
  writeFileSync(path.join(samples, name, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`${name}: ${files.size} files, ${Math.round(total / 1024)} KiB`);
}

// Zip entries carry the wall clock of the phone that made them.
process.env['TZ'] = 'America/New_York';
offerBundledFonts();
writeIncident('harbor-night', await harborNight());
writeIncident('cafeteria-joke', await cafeteriaJoke());
writeIncident('staff-lot', await staffLot());
