import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { must, raise } from '../../contract/errors.ts';
import { backupSettings, backupsOf } from '../backups/index.ts';
import { overwrite } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { lastCheckpoint } from '../custody/index.ts';
import { retentionView } from './retention.ts';

/**
 * Destroys a closed case whose retention has ended and whose destruction the state approved: writes the certificate, closes
 * the case, then overwrites and removes its file and the backups that this computer can reach.
 * @param keepCertificate writes it where a person wants it, before anything is removed
 * @throws retention-kept, bad-input
 */
export async function destroyCase(
  engine: EngineCore,
  order: { readonly number: string; readonly note: string | null },
  keepCertificate: (name: string, text: string) => string,
): Promise<{ readonly certificate: string; readonly files: string[] }> {
  const { session, host, actor, by } = engine;
  const now = host.now();
  if (session.lookOf !== null) engine.refuseIfReadOnly('retention.destroy');
  const db = session.file.connection.readable;
  const { kept, closing, approval } = retentionView(db, now.slice(0, 10));
  if (kept !== null) raise('retention-kept', { why: kept });
  if (order.number.trim() !== session.number) {
    raise('bad-input', { why: `the number typed is not that of this case (${session.number}).` });
  }
  const { path } = session.file;
  const files = [path, ...copiesOf(path, host.profileDir)];
  const end = must(lastCheckpoint(db), 'a case has a checkpoint');
  const told = must(closing, 'it was closed');
  const approved = must(approval, 'it was approved');
  const lines = [
    'Certificate of destruction',
    '',
    `Case: ${session.number}`,
    `Made: ${session.createdAt}`,
    `Closed: ${told.at} by ${told.by}`,
    `Retention: ${told.period}, until ${told.keepUntil ?? ''} (${told.authority})`,
    `Approved by: ${approved.approvedBy}, ${approved.approvedOn}, reference ${approved.reference}`,
    `Recorded by: ${approved.by}, ${approved.at}`,
    `Evidence record: ${end.seq} entries, last fingerprint ${end.fingerprint}`,
    `Destroyed: ${now} by ${by}`,
    ...(order.note === null ? [] : [`Note: ${order.note}`]),
    'Files overwritten with zeros and removed:',
    ...files.map((file) => `  ${basename(file)}`),
    'Not reached: copies made for others, backups elsewhere, printed documents, and what a disk keeps of old blocks.',
    '',
  ];
  const body = lines.join('\n');
  const signature = `Signed with key ${actor.keyId} (Ed25519 over all lines above, UTF-8): ${actor.sign(body)}\n`;
  const certificate = keepCertificate(
    `Certificate of destruction ${session.number}.txt`,
    `${body}${signature}${actor.publicKeyPem}`,
  );
  await engine.closeSession();
  // Closing may have made one more backup.
  for (const file of new Set([...files, ...copiesOf(path, host.profileDir)])) overwrite(file);
  return { certificate, files };
}

/** What the program itself laid beside the case or where backups go. */
function copiesOf(path: string, profileDir: string): readonly string[] {
  const folder = dirname(path);
  const beside = readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}.`) && name.endsWith('.backup'))
    .map((name) => join(folder, name));
  return [...new Set([...beside, ...backupsOf(path, backupSettings(profileDir)).map((backup) => backup.path)])];
}
