import iconv from 'iconv-lite';
import { encodingOfCodePage } from '../outlook/code-pages.ts';
import { fontPages, letters, symbols } from './rtf-letters.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

/** What a formatted text of Outlook says: the web page it was made from, where it was, and its words else. */
export interface RtfWords {
  readonly html: string | null;
  readonly text: string;
}

/** Groups whose words are never shown. */
const hiddenGroups = new Set(
  'fonttbl colortbl stylesheet info pict object listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl filetbl header footer headerl headerr headerf footerl footerr footerf fldinst bkmkstart bkmkend mmathPr mhtmltag'.split(
    ' ',
  ),
);

interface Group {
  hidden: boolean;
  /** Between `\htmlrtf` and `\htmlrtf0`: words for programs that know no HTML. */
  suppressed: boolean;
  /** Letters that stand after each `\u` for programs that know no Unicode. */
  fallback: number;
  fonts: boolean;
  font: number;
}

const outermost: Group = { hidden: false, suppressed: false, fallback: 1, fonts: false, font: -1 };

class RtfReading {
  private group: Group = { ...outermost };
  private readonly groups: Group[] = [];
  private readonly fonts = new Map<number, number>();
  private readonly out: string[] = [];
  private bytes: number[] = [];
  private page = 1252;
  private skip = 0;
  private starred = false;
  fromHtml = false;

  /** Letters of a code page are gathered first: two bytes may be one letter. */
  flush(): void {
    if (this.bytes.length === 0) return;
    const page = this.fonts.get(this.group.font) ?? this.page;
    const encoding = encodingOfCodePage(page) ?? 'windows-1252';
    this.write(iconv.decode(Buffer.from(this.bytes), iconv.encodingExists(encoding) ? encoding : 'windows-1252'));
    this.bytes = [];
  }

  private write(text: string): void {
    const { hidden, suppressed } = this.group;
    if (!hidden && !(this.fromHtml && suppressed)) this.out.push(text);
  }

  open(): void {
    this.flush();
    // A depth that no program writes: what is deeper shares one group, so that memory does not grow with it.
    if (this.groups.length < 2000) this.groups.push({ ...this.group });
  }

  close(): void {
    this.flush();
    this.group = this.groups.pop() ?? { ...outermost };
  }

  plain(text: string): void {
    this.starred = false;
    const kept = text.slice(this.skip);
    this.skip = Math.max(0, this.skip - text.length);
    if (kept === '') return;
    if (/[\u0080-\u00ff]/.test(kept)) {
      for (const letter of kept) this.bytes.push(letter.charCodeAt(0));
      return;
    }
    this.flush();
    this.write(kept);
  }

  byte(value: number): void {
    if (this.skip > 0) this.skip -= 1;
    else this.bytes.push(value);
  }

  symbol(letter: string): void {
    if (letter === '*') {
      this.starred = true;
      return;
    }
    this.flush();
    this.write(symbols[letter] ?? '');
  }

  word(name: string, figure: number | null): void {
    const starred = this.starred;
    this.starred = false;
    if (name === 'u') {
      this.flush();
      this.write(String.fromCharCode((figure ?? 0) & 0xffff));
      this.skip = this.group.fallback;
      return;
    }
    this.flush();
    const letter = letters[name];
    if (letter !== undefined) this.write(letter);
    else this.setting(name, figure, starred);
  }

  private setting(name: string, figure: number | null, starred: boolean): void {
    const { group } = this;
    if (name === 'htmltag') return;
    if (name === 'htmlrtf') group.suppressed = figure !== 0;
    else if (name === 'fromhtml') this.fromHtml = figure !== 0;
    else if (name === 'uc') group.fallback = Math.max(0, Math.min(figure ?? 1, 8));
    else if (name === 'ansicpg') this.page = figure ?? 1252;
    else if (name === 'f') group.font = figure ?? -1;
    else if (name === 'fcharset' && group.fonts) this.fonts.set(group.font, fontPages.get(figure ?? 0) ?? this.page);
    else if (starred || hiddenGroups.has(name)) {
      group.hidden = true;
      group.fonts = name === 'fonttbl';
    }
  }

  result(): RtfWords {
    this.flush();
    const text = this.out.join('');
    return this.fromHtml ? { html: text, text: '' } : { html: null, text };
  }
}

function take(reading: RtfReading, token: RtfToken): void {
  if (token.kind === 'word') reading.word(token.name, token.figure);
  else if (token.kind === 'byte') reading.byte(token.value);
  else if (token.kind === 'text') reading.plain(token.text);
  else if (token.kind === 'symbol') {
    if (token.letter === '\n' || token.letter === '\r') reading.word('par', null);
    else reading.symbol(token.letter);
  } else if (token.kind === 'open') reading.open();
  else reading.close();
}

/**
 * Reads the words of a rich text, and the page it was made from where it was HTML (MS-OXRTFEX: marks stand in `\htmltag`
 * groups, words for older programs between `\htmlrtf` and `\htmlrtf0`). Bytes are letters 0–255 each.
 */
export function readRtf(bytes: Uint8Array): RtfWords {
  const reading = new RtfReading();
  for (const token of rtfTokens(bytes)) take(reading, token);
  return reading.result();
}
