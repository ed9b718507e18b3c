import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Moment } from '../../src/contract/moment.ts';
import type { Citation } from '../../src/engine/referral/input/basics.ts';

// Every person, school, post and agreement here is invented.

export function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function at(local: string, zone: string | null = null): Moment {
  return {
    asWritten: local.replace('T', ' '),
    local,
    instant: null,
    zone,
    basis: zone === null ? 'floating-local' : 'zone-labelled',
    precision: 'minute',
    certainty: zone === null ? 'assumed' : 'stated',
    readings: [],
  };
}

export const twoWays: Moment = {
  asWritten: '3/4/26, 10:51',
  local: '2026-03-04T10:51:00',
  instant: null,
  zone: null,
  basis: 'floating-local',
  precision: 'minute',
  certainty: 'ambiguous',
  readings: ['2026-03-04T10:51:00', '2026-04-03T10:51:00'],
};

export function cite(exhibit: string, passage: string | null = null, page: number | null = null): Citation {
  return { exhibit, page, passage };
}

export const head = {
  draft: false,
  version: { number: 1, supersedes: null },
  date: '2026-04-20',
  case: { number: '2026-014', id: 'case-7d0b2f64-51c8-4b3a-9a51-0f3de6c0a1b7' },
  letterhead: {
    district: 'Alder Cove Public Schools',
    office: 'Office of Human Resources',
    addressLines: ['12 Ferry Landing Road', 'Alder Cove, Connecticut 06000'],
    contact: '(203) 555-0142',
  },
  checkpoint: {
    fingerprint: sha256Of('checkpoint 318 of the sample case'),
    entry: 318,
    at: '2026-04-20T15:42:10',
    signedBy: { name: 'Marguerite Oyelaran', role: 'Assistant principal', keyFingerprint: '5C1E 90AA 7F32 D4B8' },
  },
};

export const policySource = readFileSync(
  new URL('../../resources/policies/4118.51/source.txt', import.meta.url),
  'utf8',
);

/** A numbered guideline of the policy as it stands in the source. */
export function guideline(number: number): string {
  const words = new RegExp(`^${number}\\. (.+)$`, 'm').exec(policySource)?.[1];
  if (words === undefined) throw new Error(`guideline ${number} is not in the source`);
  return words;
}

export const leadIn = 'When using personal social networking sites, school staff members:';
