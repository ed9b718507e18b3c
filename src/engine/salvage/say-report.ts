import type { SalvageReport } from '../../contract/salvage.ts';

/** The report for a person: what is there, what is gone, and what to do with it. */
export function sayReport(report: SalvageReport, casePath: string): string {
  const { sources, documents, unnamed, tables } = report;
  const closed = sources.filter((source) => source.closed);
  const gone = sources.filter((source) => source.file === null && !source.closed);
  const goneDocuments = documents.filter((document) => document.file === null && !document.closed);
  const closedDocuments = documents.filter((document) => document.closed);
  const broken = tables.filter(({ whole }) => !whole);
  return [
    `What could be read of ${casePath}`,
    '',
    'The damaged file itself was not changed. Keep it. This folder is not encrypted: keep it where the case file would be kept.',
    '',
    `Received files: ${sources.length - gone.length - closed.length} of ${sources.length} are whole, byte for byte as received (folder originals).`,
    ...gone.map(({ number, name, sha256 }) => `  gone: E-${number} ${name} (SHA-256 ${sha256})`),
    ...closed.map(({ number }) => `  out of sight in the case, and so not written here: E-${number}`),
    `Issued documents: ${documents.length - goneDocuments.length - closedDocuments.length} of ${documents.length} are whole (folder documents).`,
    ...goneDocuments.map(({ number, name }) => `  gone: document ${number} ${name}`),
    ...closedDocuments.map(
      ({ number }) => `  shows something out of sight, and so not written here: document ${number}`,
    ),
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
