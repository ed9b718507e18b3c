import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { claimBothStandards } from '../../src/engine/referral/render/both-standards.ts';
import { preparePicture } from '../../src/engine/referral/render/pictures.ts';
import { renderInWorker } from '../../src/engine/referral/render/render-in-worker.ts';
import { renderPdf } from '../../src/engine/referral/render/render-pdf.ts';
import { startNodeWorker } from '../../src/engine/workers/host.ts';
import { runTool, savePdf } from './pdf-tools.ts';
import { samplePictures } from './sample-exhibits.ts';
import { sampleReferral } from './sample-input.ts';
import { sampleNotice } from './sample-letter.ts';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const startWorker = () => startNodeWorker(pathOf('../../src/engine/referral/render/render-worker.ts'));
const jobOf = async (standard: 'both' | 'ua-1' | 'a-2a' = 'both') =>
  ({ kind: 'disciplinary-referral', input: sampleReferral, pictures: await samplePictures(), standard }) as const;
const noticeJob = {
  kind: 'notice-of-investigation',
  input: sampleNotice,
  pictures: new Map<string, Uint8Array>(),
  standard: 'both',
} as const;

describe('the same input', () => {
  test('gives the same bytes in every time zone and locale', () => {
    const hashes = [
      { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' },
      { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
      { TZ: 'America/New_York', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' },
    ].map((env) => {
      const run = spawnSync(process.execPath, [pathOf('./render-sample.ts')], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], ...env },
      });
      expect(run.stderr).toBe('');
      return run.stdout;
    });
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}\n[0-9a-f]{64}\n$/);
    expect(new Set(hashes).size).toBe(1);
  });

  test('gives the same bytes in a process of its own', async () => {
    const [here, there] = await Promise.all([renderPdf(noticeJob), renderInWorker(startWorker, noticeJob)]);
    expect(there.pages).toBe(here.pages);
    expect(Buffer.compare(Buffer.from(there.bytes), Buffer.from(here.bytes))).toBe(0);
  });

  test('gives other bytes once a word of it changes', async () => {
    const [one, other] = await Promise.all([
      renderPdf(noticeJob),
      renderPdf({ ...noticeJob, input: { ...sampleNotice, marking: 'Confidential' } }),
    ]);
    expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(other.bytes))).not.toBe(0);
  });
});

describe('the standards', () => {
  test('can be claimed one at a time', async () => {
    const accessible = savePdf((await renderPdf(await jobOf('ua-1'))).bytes);
    const archive = savePdf((await renderPdf(await jobOf('a-2a'))).bytes);
    expect(runTool('pdfinfo', ['-meta', accessible])).toContain('pdfuaid:part');
    expect(runTool('pdfinfo', ['-meta', accessible])).not.toContain('pdfaid:part');
    expect(runTool('pdfinfo', ['-meta', archive])).toContain('pdfaid:part');
    expect(runTool('pdfinfo', ['-meta', archive])).not.toContain('pdfuaid:part');
  });

  test('are claimed together without touching a byte of the archive file', async () => {
    const [archive, both] = [await renderPdf(await jobOf('a-2a')), await renderPdf(await jobOf('both'))];
    expect(Buffer.compare(Buffer.from(both.bytes.subarray(0, archive.bytes.length)), Buffer.from(archive.bytes))).toBe(
      0,
    );
    expect(Buffer.compare(Buffer.from(claimBothStandards(archive.bytes)), Buffer.from(both.bytes))).toBe(0);
  });

  test('are not claimed together over a file that is built in another way', () => {
    expect(() => claimBothStandards(Buffer.from('%PDF-1.7\nnothing here'))).toThrow(
      'Both standards could not be claimed',
    );
  });
});

describe('pictures', () => {
  test('leave their camera data and place behind and are turned upright', async () => {
    const photo = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#557' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'SECRET-OWNER' }, IFD3: { GPSLatitude: '41/1 7/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { bytes, width, height } = await preparePicture('A-9.jpg', photo);
    expect([width, height]).toEqual([200, 400]);
    expect(bytes.includes('SECRET-OWNER')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  test('that are missing or broken stop the document and are named', async () => {
    const job = await jobOf();
    await expect(renderPdf({ ...job, pictures: new Map() })).rejects.toMatchObject({
      kind: 'document-picture-missing',
    });
    const broken = new Map([['A-2.png', Buffer.from('not a picture')]]);
    await expect(renderPdf({ ...job, pictures: broken })).rejects.toMatchObject({
      kind: 'document-picture-unreadable',
      message: expect.stringContaining('A-2.png'),
    });
  });
});

describe('the process that sets documents', () => {
  test('hands back why it refused', async () => {
    const job = { ...noticeJob, input: { ...sampleNotice, parts: null } };
    await expect(renderInWorker(startWorker, job)).rejects.toMatchObject({
      kind: 'document-input-invalid',
      details: [expect.stringContaining('parts:')],
    });
  });

  test('can be cancelled within a second', async () => {
    const controller = new AbortController();
    const started = performance.now();
    const rendering = renderInWorker(startWorker, await jobOf(), { signal: controller.signal });
    controller.abort(new Error('cancelled by a person'));
    await expect(rendering).rejects.toThrow('cancelled by a person');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('is given up when it takes too long, and nothing else suffers', async () => {
    await expect(renderInWorker(startWorker, await jobOf(), { limit: 1 })).rejects.toMatchObject({
      kind: 'document-worker-lost',
    });
  });
});
