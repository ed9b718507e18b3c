import iconv from 'iconv-lite';
import { encodingOfCodePage } from '../outlook/code-pages.ts';
import { fontPages, letters, symbols } from './rtf-letters.ts';
import { fieldGroups, type Place, placeOf } from './rtf-places.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

export interface RtfDocument {
  readonly body: string;
  readonly pages: string;
  readonly notes: readonly string[];
  readonly comments: readonly string[];
  readonly deleted: readonly { readonly by: number; readonly text: string }[];
  readonly hidden: readonly string[];
  /** Names of those who tracked changes, by their number. */
  readonly reviewers: readonly string[];
  readonly info: ReadonlyMap<string, string>;
  /** When it was made, as the file tells it: year, month, day, hour, minute. */
  readonly created: ReadonlyMap<string, number>;
  readonly fields: string;
  readonly pictures: number;
  readonly objects: number;
  readonly fromHtml: boolean;
  /** False where groups are left open at the end: the file is cut off. */
  readonly closed: boolean;
}

interface Group {
  place: Place;
  hidden: boolean;
  deleted: boolean;
  reviewer: number;
  /** Letters that stand after each `\u` for programs that know no Unicode. */
  fallback: number;
  font: number;
  inFonts: boolean;
}

const outermost: Group = {
  place: 'body',
  hidden: false,
  deleted: false,
  reviewer: 0,
  fallback: 1,
  font: -1,
  inFonts: false,
};

/** Groups deeper than any program writes share one, so that memory does not grow with them. */
const deepest = 2000;

class Reading {
  group: Group = { ...outermost };
  private readonly groups: Group[] = [];
  private beyond = 0;
  private readonly fonts = new Map<number, number>();
  private bytes: number[] = [];
  private page = 1252;
  private skip = 0;
  private starred = false;
  private time: 'creatim' | null = null;
  private readonly texts = new Map<Place, string[]>();
  private readonly deleted: { by: number; text: string }[] = [];
  private readonly hidden: string[] = [];
  private readonly created = new Map<string, number>();
  private pictures = 0;
  private objects = 0;
  private fromHtml = false;

  private into(place: Place): string[] {
    const found = this.texts.get(place);
    if (found !== undefined) return found;
    const made: string[] = [];
    this.texts.set(place, made);
    return made;
  }

  private write(text: string): void {
    const { place, hidden, deleted, reviewer } = this.group;
    if (place === 'nowhere' || text === '') return;
    if (place === 'body' && deleted) {
      const last = this.deleted.at(-1);
      if (last !== undefined && last.by === reviewer && this.deletedBefore) last.text += text;
      else this.deleted.push({ by: reviewer, text });
      this.deletedBefore = true;
      return;
    }
    this.deletedBefore = false;
    if (place === 'body' && hidden) this.hidden.push(text);
    else this.into(place).push(text);
  }
  private deletedBefore = false;

  /** Letters of a code page are gathered first: two bytes may be one letter. */
  private flush(): void {
    if (this.bytes.length === 0) return;
    const encoding = encodingOfCodePage(this.fonts.get(this.group.font) ?? this.page) ?? 'windows-1252';
    this.write(iconv.decode(Buffer.from(this.bytes), iconv.encodingExists(encoding) ? encoding : 'windows-1252'));
    this.bytes = [];
  }

  take(token: RtfToken): void {
    if (token.kind === 'byte') {
      if (this.skip > 0) this.skip -= 1;
      else this.bytes.push(token.value);
    } else if (token.kind === 'text') this.plain(token.text);
    else {
      if (!(token.kind === 'symbol' && token.letter === '*')) this.flush();
      if (token.kind === 'open') this.open();
      else if (token.kind === 'close') this.close();
      else if (token.kind === 'symbol') this.symbol(token.letter);
      else if (token.kind === 'word') this.word(token.name, token.figure);
    }
  }

  private open(): void {
    if (this.groups.length < deepest) this.groups.push({ ...this.group });
    else this.beyond += 1;
  }

  private close(): void {
    const before = this.group.place;
    if (this.beyond > 0) this.beyond -= 1;
    else this.group = this.groups.pop() ?? { ...outermost };
    this.time = null;
    if (before === this.group.place) return;
    if (/^(?:note|comment|commenter|reviewers)$/.test(before)) this.into(before).push('\u0000');
  }

  private plain(text: string): void {
    this.starred = false;
    const kept = text.slice(this.skip);
    this.skip = Math.max(0, this.skip - text.length);
    for (let at = 0; at < kept.length; at += 1) this.bytes.push(kept.charCodeAt(at));
  }

  private symbol(letter: string): void {
    if (letter === '*') this.starred = true;
    else if (letter === '\n' || letter === '\r') this.write('\n');
    else this.write(symbols[letter] ?? '');
  }

  private word(name: string, figure: number | null): void {
    const starred = this.starred;
    this.starred = false;
    if (name === 'u') {
      this.write(String.fromCharCode((figure ?? 0) & 0xffff));
      this.skip = this.group.fallback;
      return;
    }
    const letter = letters[name];
    if (letter !== undefined) this.write(letter);
    else if (!this.setting(name, figure)) this.destination(name, starred);
  }

  /** Settings of letters and of the file; false where the word is none of them. */
  private setting(name: string, figure: number | null): boolean {
    if (this.time !== null && /^(?:yr|mo|dy|hr|min)$/.test(name)) {
      this.created.set(name, figure ?? 0);
      return true;
    }
    return this.fileSetting(name, figure) || this.letterSetting(name, figure);
  }

  private fileSetting(name: string, figure: number | null): boolean {
    if (name === 'ansicpg') this.page = figure ?? 1252;
    else if (name === 'mac') this.page = 10_000;
    else if (name === 'fromhtml') this.fromHtml = figure !== 0;
    else if (name === 'fcharset' && this.group.inFonts) {
      this.fonts.set(this.group.font, fontPages.get(figure ?? 0) ?? this.page);
    } else return false;
    return true;
  }

  private letterSetting(name: string, figure: number | null): boolean {
    const { group } = this;
    const on = figure !== 0;
    if (name === 'v') group.hidden = on;
    else if (name === 'deleted') group.deleted = on;
    else if (name === 'revauthdel' || name === 'revauth') group.reviewer = figure ?? 0;
    else if (name === 'plain') {
      group.hidden = false;
      group.deleted = false;
    } else if (name === 'uc') group.fallback = Math.max(0, Math.min(figure ?? 1, 8));
    else if (name === 'f') group.font = figure ?? -1;
    else return false;
    return true;
  }

  /** Words that say what their group is for; an unknown one after a star is for other programs. */
  private destination(name: string, starred: boolean): void {
    const { group } = this;
    if (name === 'pict' && group.place !== 'nowhere') this.pictures += 1;
    if (name === 'object') this.objects += 1;
    if (name === 'fonttbl') group.inFonts = true;
    if (name === 'creatim') this.time = 'creatim';
    const place = placeOf(name, group.place);
    if (place !== null) group.place = group.place === 'nowhere' ? 'nowhere' : place;
    else if (starred && !fieldGroups.has(name)) group.place = 'nowhere';
  }

  private pieces(place: Place): string[] {
    const all = this.into(place).join('').split('\u0000');
    return all.map((each) => each.trim()).filter((each) => each !== '');
  }

  /** Each comment with the name before it; without names where they do not come in pairs. */
  private comments(): string[] {
    const names = this.pieces('commenter');
    const texts = this.pieces('comment');
    return texts.map((text, index) => (names.length === texts.length ? `${names[index] ?? ''}: ${text}` : text));
  }

  result(): RtfDocument {
    this.flush();
    const info = new Map<string, string>();
    for (const [place, pieces] of this.texts) {
      if (place.startsWith('info:')) info.set(place.slice(5), pieces.join('').replaceAll('\u0000', '').trim());
    }
    const reviewers = this.into('reviewers').join('').split('\u0000').join('').split(';');
    return {
      body: this.into('body').join(''),
      pages: this.into('page').join('').trim(),
      notes: this.pieces('note'),
      comments: this.comments(),
      deleted: this.deleted,
      hidden: this.hidden,
      reviewers: reviewers.map((name) => name.trim()),
      info,
      created: this.created,
      fields: this.into('field').join('\n'),
      pictures: this.pictures,
      objects: this.objects,
      fromHtml: this.fromHtml,
      closed: this.groups.length === 0 && this.beyond === 0,
    };
  }
}

/** Reads a rich text document (RTF 1.9.1): words, and apart from them notes, comments, deleted and hidden words. */
export function readRtfDocument(bytes: Uint8Array): RtfDocument {
  const reading = new Reading();
  for (const token of rtfTokens(bytes)) reading.take(token);
  return reading.result();
}
