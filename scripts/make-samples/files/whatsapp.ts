/** One line of a WhatsApp conversation before an exporter has written it. */
export interface ChatMessage {
  /** `2025-10-09 22:47:12`, the wall clock of the exporting phone. */
  readonly at: string;
  /** Null for a line of the system ("Anna joined"). */
  readonly from: string | null;
  readonly text: string;
  readonly attachment?: string;
}

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: string;
  readonly second: string;
}

function wallOf(at: string): Wall {
  const parts = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(at);
  if (parts === null) throw new Error(`Not a wall clock: ${at}`);
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = parts;
  return { year: Number(year), month: Number(month), day: Number(day), hour: Number(hour), minute, second };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function halfDay(hour: number): { readonly hour: number; readonly mark: string } {
  return { hour: hour % 12 === 0 ? 12 : hour % 12, mark: hour < 12 ? 'AM' : 'PM' };
}

/** An Android export with an American clock: no seconds, U+202F before AM and PM. */
export function androidExport(messages: readonly ChatMessage[]): string {
  const lines = messages.map((message) => {
    const wall = wallOf(message.at);
    const clock = halfDay(wall.hour);
    const stamp = `${wall.month}/${wall.day}/${two(wall.year % 100)}, ${clock.hour}:${wall.minute}\u202f${clock.mark}`;
    if (message.from === null) return `${stamp} - ${message.text}`;
    const file = message.attachment === undefined ? '' : `\u200e${message.attachment} (file attached)\n`;
    return `${stamp} - ${message.from}: ${file}${message.text}`.trimEnd();
  });
  return `${lines.join('\n')}\n`;
}

/** An Android export with a 24-hour clock and two-digit days and months, whose order nothing in the line tells. */
export function androidTwentyFourHourExport(messages: readonly ChatMessage[]): string {
  const lines = messages.map((message) => {
    const wall = wallOf(message.at);
    const stamp = `${two(wall.day)}/${two(wall.month)}/${wall.year}, ${two(wall.hour)}:${wall.minute}`;
    return `${stamp} - ${message.from === null ? '' : `${message.from}: `}${message.text}`;
  });
  return `${lines.join('\n')}\n`;
}

/** An iPhone export with an American clock: brackets, seconds, U+202F, and U+200E before system and attachment lines. */
export function iphoneExport(messages: readonly ChatMessage[], chat: string): string {
  const lines = messages.map((message) => {
    const wall = wallOf(message.at);
    const clock = halfDay(wall.hour);
    const stamp = `[${wall.month}/${wall.day}/${two(wall.year % 100)}, ${clock.hour}:${wall.minute}:${wall.second}\u202f${clock.mark}]`;
    if (message.from === null) return `\u200e${stamp} ${chat}: \u200e${message.text}`;
    if (message.attachment !== undefined) {
      return `\u200e${stamp} ${message.from}: ${message.text === '' ? '' : `${message.text} `}\u200e<attached: ${message.attachment}>`;
    }
    return `${stamp} ${message.from}: ${message.text}`;
  });
  return `${lines.join('\r\n')}\r\n`;
}
