/** A clock as a screen shows it, in English and Spanish. */
const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?:\s?[ap]\.?\s?m\.?)?`;
const MONTH =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september|october|november|december';
const DAY =
  'today|yesterday|hoy|ayer|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lun|mar|mi[eé]|jue|vie|s[aá]b|dom|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo';

const onlyClock = new RegExp(`^${CLOCK}$`, 'i');
const dateLine = new RegExp(
  String.raw`^(?:(?:${DAY})\b|(?:\d{1,2}\s+(?:de\s+)?)?(?:${MONTH})\b|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|${CLOCK}$)`,
  'i',
);
const ending = new RegExp(String.raw`\s*(${CLOCK})(?:\s*(?:[vV✓/\\]{1,4}|[wW]))?$`, 'i');
const mark =
  /^(?:delivered|sent|seen|read|opened|entregado|enviado|visto|le[ií]do|not delivered|no entregado)\b.{0,24}$/i;

/** A line between messages that says when: `Today 9:41 PM`, `mar, 10 de marzo, 21:52`, `3/10/26`. */
export function saysWhen(line: string): boolean {
  const words = line.trim();
  return words.length <= 40 && dateLine.test(words) && /\d|today|yesterday|hoy|ayer/i.test(words);
}

/** A line under a message that says what became of it. */
export function saysMark(line: string): boolean {
  return mark.test(line.trim());
}

/** The words in the field below a conversation, and the signs beside it. */
export function saysComposer(words: string): boolean {
  const plain = words.trim();
  return (
    /^(?:text message|imessage|message|type a message|aa|send (?:a )?message.{0,20}|mensaje(?: de texto)?|escribe un mensaje|start a message)\W{0,3}$/i.test(
      plain,
    ) || /^[^\p{L}\p{N}?!.]{1,3}$/u.test(plain)
  );
}

export function isClock(line: string): boolean {
  return onlyClock.test(line.trim());
}

/** The small time in the corner of a bubble, with its ticks; null where the words do not end in one. */
export function clockAtEnd(words: string): { readonly clock: string; readonly length: number } | null {
  const found = ending.exec(words);
  if (found === null || found.index === 0) return null;
  return { clock: found[1] ?? '', length: found[0].length };
}
