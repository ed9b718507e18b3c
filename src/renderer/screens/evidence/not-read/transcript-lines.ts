import type { TranscriptLine } from '../../../../contract/not-read.ts';

/**
 * A transcript as people type it: one line for each thing said, with a time and a name before it where they are known.
 * `0:14 Caller: I saw them` or `[1:02:03] I saw them` or `Caller: I saw them`. A line ends where the next one begins.
 */
export function linesOf(typed: string): readonly TranscriptLine[] {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineOf)
    .filter((line) => line !== null);
  return lines.map((line, index) => ({ ...line, until: endOf(line, lines.slice(index + 1)) }));
}

/** The same lines as they would be typed. */
export function typedOf(lines: readonly TranscriptLine[]): string {
  return lines
    .map(({ at, speaker, words }) =>
      [at === null ? null : clockWords(at), speaker === null ? words : `${speaker}: ${words}`]
        .filter((part) => part !== null)
        .join(' ')
        .replace(/\s*\n\s*/g, ' '),
    )
    .join('\n');
}

/** `0:14` or `1:02:03`. */
export function clockWords(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const clock = `${minutes}:${String(rest).padStart(2, '0')}`;
  return hours === 0 ? clock : `${hours}:${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

function lineOf(line: string): TranscriptLine | null {
  const timed = /^\[?(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)(?:[.,]\d+)?\]?(?:\s*[-–—]\s*|\s+|$)/.exec(line);
  const at = timed === null ? null : Number(timed[1] ?? 0) * 3600 + Number(timed[2]) * 60 + Number(timed[3]);
  const rest = timed === null ? line : line.slice(timed[0].length);
  // A name is short and begins with a capital or a figure; anything else before a colon is speech.
  const named = /^((?:\p{Lu}|\d)[^:]{0,39}):\s+(\S.*)$/u.exec(rest);
  const words = (named?.[2] ?? rest).trim();
  if (words === '') return null;
  return { at, until: null, speaker: named?.[1]?.trim() ?? null, words };
}

function endOf(line: TranscriptLine, later: readonly TranscriptLine[]): number | null {
  if (line.at === null) return null;
  const next = later.find(({ at }) => at !== null)?.at ?? null;
  return next !== null && next > line.at ? next : null;
}
