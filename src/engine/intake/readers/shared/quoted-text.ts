/** A run of lines of a mail: the sender's own words, or words quoted from somebody else. */
export interface Segment {
  readonly kind: 'own' | 'quoted';
  readonly text: string;
}

/** "On 3 May 2026, Ana wrote:" in the languages mail programs write; the whole line and nothing after it. */
const attributions: readonly RegExp[] = [
  /^on\b.{4,250}\bwrote\s?:$/i,
  /^el\b.{4,250}\bescribió\s?:$/i,
  /^am\b.{4,250}\bschrieb\b.{0,120}:$/i,
  /^le\b.{4,250}\ba écrit\s?:$/i,
  /^em\b.{4,250}\bescreveu\s?:$/i,
  /^il\b.{4,250}\bha scritto\s?:$/i,
  /^op\b.{4,250}\bschreef\b.{0,120}:$/i,
  /^(?:den|på|el día|em|no dia)\b.{4,250}\b(?:skrev|escribió|escreveu)\b.{0,120}:$/i,
  /^.{4,250}\bnapisał(?:\(a\))?\s?:$/i,
  /^.{4,250}<[^<>\s]{3,200}>\s?(?:писал(?:\(а\))?|пишет|написал(?:\(а\))?)\s?:$/i,
  /^(?:在|于|於).{4,250}(?:写道|寫道|写入|寫入)\s?[:：]$/u,
  /^\d{4}年.{4,250}<[^<>\s]{3,200}>\s?[:：]$/u,
];

/** Lines after which everything is quoted or forwarded. */
const dividers: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|mensaje original|ursprüngliche nachricht|message d'origine|mensagem original|messaggio originale)\s*-{2,}$/i,
  /^-{2,}\s*(?:forwarded message|mensaje reenviado|weitergeleitete nachricht|message transféré|mensagem encaminhada)\s*-{2,}$/i,
  /^begin forwarded message:$/i,
];

const blockStart = /^\*?(?:from|de|von)\s?:\*?\s?\S/i;
const blockMore =
  /^\*?(?:sent|date|to|cc|subject|enviado(?: el)?|fecha|para|asunto|gesendet|datum|an|betreff|envoyé|à|objet)\s?:\*?/i;

const isMarked = (line: string): boolean => /^\s{0,3}>/.test(line);
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** Outlook writes the headers of the quoted message in a block: `From:` and at least two more of them. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!blockStart.test((lines[at] ?? '').trim())) return false;
  const more = lines.slice(at + 1, at + 7).filter((line) => blockMore.test(line.trim()));
  return more.length >= 2;
}

/** How many lines an attribution at `at` takes (mail programs fold long ones), or 0 where none stands there. */
function attributionLength(lines: readonly string[], at: number): number {
  const first = (lines[at] ?? '').trim();
  if (first === '' || isMarked(first)) return 0;
  for (let length = 1; length <= 3; length += 1) {
    const joined = lines
      .slice(at, at + length)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (joined.length > 300) return 0;
    if (attributions.some((attribution) => attribution.test(joined))) return length;
  }
  return 0;
}

/** Index after the marked lines that begin at `at`, blank lines between them included. */
function afterMarked(lines: readonly string[], at: number): number {
  let next = at;
  while (next < lines.length) {
    let ahead = next;
    while (ahead < lines.length && isBlank(lines[ahead])) ahead += 1;
    if (ahead >= lines.length || !isMarked(lines[ahead] ?? '')) return next;
    next = ahead + 1;
  }
  return next;
}

/** Index after the quotation that begins at `at`, or `at` itself where none does. */
function afterQuotation(lines: readonly string[], at: number): number {
  const line = (lines[at] ?? '').trim();
  if (isMarked(line)) return afterMarked(lines, at);
  if (dividers.some((divider) => divider.test(line)) || isHeaderBlock(lines, at)) return lines.length;
  const length = attributionLength(lines, at);
  if (length === 0) return at;
  const marked = afterMarked(lines, at + length);
  // Without marks nothing says where the quotation ends: mail programs that leave them out quote down to the end.
  return marked > at + length ? marked : lines.length;
}

/**
 * Tells the sender's words from quoted ones. The texts of the segments joined by line breaks are the whole text again,
 * so that nothing is lost; with no quotation there is one segment.
 */
export function splitQuotations(text: string): Segment[] {
  const lines = text.split('\n');
  const segments: { kind: Segment['kind']; lines: string[] }[] = [];
  const add = (kind: Segment['kind'], more: readonly string[]): void => {
    const last = segments.at(-1);
    if (last?.kind === kind) last.lines.push(...more);
    else segments.push({ kind, lines: [...more] });
  };
  let at = 0;
  while (at < lines.length) {
    const after = afterQuotation(lines, at);
    if (after > at) add('quoted', lines.slice(at, after));
    else add('own', lines.slice(at, at + 1));
    at = Math.max(after, at + 1);
  }
  return segments.map((segment) => ({ kind: segment.kind, text: segment.lines.join('\n') }));
}

/** The name stands between the time and the verb: "…, 9:00 AM Ana Ruiz <ana@example.org> wrote:". */
const nameBeforeVerb =
  /(?:,|\d)(?:\s?[ap]\.?\s?m\.?)?,?\s+([^,\d<>]{2,80}?)\s*\(?(<[^<>]{3,200}>)?\)?\s+(?:wrote|escribió|a écrit|escreveu|ha scritto)\s?:/i;
/** German and Dutch put the name after the verb. */
const nameAfterVerb = /\b(?:schrieb|schreef)\s+(.{2,200}?)\s?:/i;

/** Who is quoted, as the line above the quotation or its header block names them; null where nobody is named. */
export function quotedAuthor(quotation: string): string | null {
  const head = quotation.split('\n', 8);
  const from = head
    .map((line) => /^\*?(?:from|de|von)\s?:\*?\s*(.+)$/i.exec(line.trim()))
    .find((found) => found !== null);
  if (from?.[1] !== undefined) return from[1];
  const joined = head.slice(0, 3).join(' ').replace(/\s+/g, ' ').trim();
  const before = nameBeforeVerb.exec(joined);
  if (before?.[1] !== undefined) return `${before[1]} ${before[2] ?? ''}`.trim();
  return nameAfterVerb.exec(joined)?.[1] ?? null;
}
