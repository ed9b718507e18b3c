/** Writes the published schema of packs anew: `npm exec -- node tests/agreement/write-pack-schema.ts`. */
import { writeFileSync } from 'node:fs';
import { packJsonSchema } from '../../src/engine/agreement/index.ts';

const file = new URL('../../resources/agreements/pack.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(packJsonSchema(), null, 2)}\n`);
