import { lookUp } from '../look-up.ts';

/**
 * Names of zones as they stand in mail, with their distance from UTC: RFC 5322, section 4.3, and names that mean one zone
 * only. Names that several zones share (IST, CST of China, AST) are left out, but for those that the RFC itself fixes.
 */
const offsets: Readonly<Record<string, string>> = {
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  akst: '-09:00',
  akdt: '-08:00',
  hst: '-10:00',
  wet: '+00:00',
  west: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  mez: '+01:00',
  mesz: '+02:00',
  met: '+01:00',
  mest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  jst: '+09:00',
  kst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
};

/** `±HH:MM` for the name of a zone, or null where it is not known or means several. */
export function zoneOffset(name: string): string | null {
  return lookUp(offsets, name.toLowerCase()) ?? null;
}
