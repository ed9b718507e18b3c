import { createHash } from 'node:crypto';
import { renderPdf } from '../../src/engine/referral/render/render-pdf.ts';
import { samplePictures } from './sample-exhibits.ts';
import { sampleReferral } from './sample-input.ts';
import { sampleNotice } from './sample-letter.ts';

// Started by a test in other time zones and locales: prints a hash a line.
for (const input of [sampleReferral, sampleNotice]) {
  const { bytes } = await renderPdf({ kind: input.kind, input, pictures: await samplePictures(), standard: 'both' });
  console.log(createHash('sha256').update(bytes).digest('hex'));
}
