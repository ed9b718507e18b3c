import type { StepLine } from '../../contract/steps.ts';
import { steps } from '../agreement/index.ts';
import { type ReadableDb, sha256Of } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { stepsInput } from './steps-input.ts';

const LONGEST_LINE = 75;

/** RFC 5545: commas, semicolons, backslashes and line breaks of a text are escaped. */
function escaped(text: string): string {
  return text.replace(/[\\,;]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n');
}

/** RFC 5545: no line is longer than 75 octets; the next begins with a blank. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LONGEST_LINE) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

function stamp(moment: string): string {
  return new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');
}

function times(due: string): readonly string[] {
  if (due.includes('T')) return [`DTSTART:${stamp(due)}`, `DTEND:${stamp(due)}`];
  const next = new Date(Date.parse(`${due}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return [`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${next.replaceAll('-', '')}`];
}

function entryOf(line: StepLine, due: string, caseNumber: string, now: string): readonly string[] {
  const uid = sha256Of(JSON.stringify([caseNumber, line.respondent, line.unit, line.pack, line.step])).slice(0, 32);
  const doubt = line.toConfirm === null ? '' : ' This date still has to be confirmed.';
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@evenhand.invalid`,
    `DTSTAMP:${stamp(now)}`,
    ...times(due),
    `SUMMARY:${escaped(`Case ${caseNumber}: last day (${line.article})`)}`,
    `DESCRIPTION:${escaped(`The case file says what is due.${doubt}`)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The open deadlines as an iCalendar file: the number of the case and the article, nobody's name and no subject. */
export function deadlinesAsCalendar(engine: EngineCore, db: ReadableDb): string {
  const input = stepsInput(engine, db);
  const open = steps(input).flatMap((line) =>
    line.due !== null && (line.state === 'due' || line.state === 'late' || line.state === 'blocked')
      ? entryOf(line, line.due, engine.session.number, input.now)
      : [],
  );
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Evenhand//Deadlines//EN', ...open, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
