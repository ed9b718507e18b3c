/** Formats that do nothing by themselves when they are opened with a double click. */
const QUIET = new Set(
  `txt csv tsv json jsonl xml pdf png jpg jpeg gif webp heic heif bmp tif tiff mp4 mov m4v mp3 m4a wav ogg opus amr 3gp
   eml msg mbox zip gz tar 7z docx xlsx pptx odt ods odp rtf ics vcf srt vtt log md`.split(/\s+/),
);

/**
 * A name for a file in a copy: its number, the first digits of its hash, and an ending that is known to be quiet. What
 * came as a program, a page or anything unknown ends in `.original`, so that a double click opens nothing. The name as
 * received stands in `originals.json`.
 */
export function safeName(number: number, sha256: string, received: string): string {
  const ending = /\.([a-z0-9]{1,8})$/.exec(received.toLowerCase())?.[1] ?? '';
  const stem = `${String(number).padStart(4, '0')}-${sha256.slice(0, 8)}`;
  if (QUIET.has(ending)) return `${stem}.${ending}`;
  return ending === '' ? `${stem}.original` : `${stem}.${ending}.original`;
}
