import type { SalvageReport } from '../../contract/salvage.ts';

/** The report for a person: what is there, what is gone, and what to do with it. */
export function sayReport(report: SalvageReport, casePath: string): string {
  const { sources, documents, unnamed, tables } = report;
  const gone = sources.filter(({ file }) => file === null);
  const goneDocuments = documents.filter(({ file }) => file === null);
  const broken = tables.filter(({ whole }) => !whole);
  return [
    `What could be read of ${casePath}`,
    '',
    'The damaged file itself was not changed. Keep it. This folder is not encrypted: keep it where the case file would be kept.',
    '',
    `Received files: ${sources.length - gone.length} of ${sources.length} are whole, byte for byte as received (folder originals).`,
    ...gone.map(({ number, name, sha256 }) => `  gone: E-${number} ${name} (SHA-256 ${sha256})`),
    `Issued documents: ${documents.length - goneDocuments.length} of ${documents.length} are whole (folder documents).`,
    ...goneDocuments.map(({ number, name }) => `  gone: document ${number} ${name}`),
    ...(unnamed.length === 0
      ? []
      : [`Stored bytes that nothing readable names any more: ${unnamed.length} (folder unnamed).`]),
    '',
    broken.length === 0
      ? 'Every record could be read (folder records, one line for each).'
      : 'Records (folder records, one line for each). In these some are gone; how many is not known:',
    ...broken.map(({ name, rows }) => `  ${name}: ${rows} could be read`),
    '',
    'The evidence record is in records/ledger.jsonl. A record with gaps proves less: compare it with any fingerprint that was given',
    'out, and with the latest backup, before anything rests on it.',
    '',
  ].join('\n');
}
