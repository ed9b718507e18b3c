#!/usr/bin/env node
// Imported first: an older Node would crash in the database driver without a word.
import '../engine/refuse-old-node.ts';

const { main } = await import('./program.ts');
process.exitCode = await main(process.argv.slice(2));
