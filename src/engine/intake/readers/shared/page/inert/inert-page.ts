import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from 'parse5';
import { attribute, type Element, isElement, isTemplate, type Node } from '../tree.ts';
import type { Captured } from './captured.ts';
import { inertStyle } from './inert-style.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** New pixels of a picture as an address that holds them, or null where it cannot be decoded. */
export type Pictures = (bytes: Uint8Array) => Promise<string | null>;

/** Elements that run, load or lead somewhere, and show no words of the page themselves. */
const GONE = new Set([
  'script',
  'object',
  'embed',
  'applet',
  'base',
  'meta',
  'link',
  'audio',
  'video',
  'source',
  'track',
  'portal',
  'frameset',
  'frame',
]);
/** Attributes that stay: how a page is laid out and what it says, nothing that loads, leads or runs. */
const STAYS =
  /^(?:id|class|style|title|alt|lang|dir|width|height|align|valign|bgcolor|color|face|size|border|cellpadding|cellspacing|colspan|rowspan|scope|start|type|value|placeholder|disabled|checked|selected|hidden|open|datetime|role|aria-[a-z]+|viewbox|d|fill|stroke|stroke-width|points|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|transform)$/i;
/** Pictures and style sheets of a page together; what is beyond is left out. */
const MOST = { bytes: 24_000_000, pictures: 400, frames: 20 } as const;

/**
 * A captured page as one file in which nothing runs, from which nothing is asked and which leads nowhere. Pictures are those
 * that were captured with it, as new pixels; its styles and frames are those of the capture too.
 */
export async function inertPage(captured: Captured, pictures: Pictures): Promise<string> {
  const document = parse(captured.html);
  const maker = new Maker(captured, pictures);
  await maker.clean(document, captured.address);
  return `<!DOCTYPE html><meta charset="utf-8">${serialize(document)}`;
}

class Maker {
  readonly #captured: Captured;
  readonly #pictures: Pictures;
  readonly #made = new Map<string, string | null>();
  #bytes = 0;
  #frames = 0;

  constructor(captured: Captured, pictures: Pictures) {
    this.#captured = captured;
    this.#pictures = pictures;
  }

  async clean(root: Parent, base: string | null): Promise<void> {
    const open: { readonly parent: Parent; readonly base: string | null }[] = [{ parent: root, base }];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const { parent } = at;
      const kept: Node[] = [];
      for (const node of parent.childNodes) {
        const next = isElement(node) ? await this.#element(node, at.base) : node.nodeName === '#comment' ? null : node;
        if (next === null) continue;
        next.parentNode = parent;
        kept.push(next);
        if (!isElement(next)) continue;
        open.push({ parent: isTemplate(next) ? next.content : next, base: this.#baseOf.get(next) ?? at.base });
      }
      parent.childNodes = kept;
    }
  }

  /** Frames are seen from their own address. */
  readonly #baseOf = new WeakMap<Element, string>();

  async #element(element: Element, base: string | null): Promise<Element | null> {
    const { tagName } = element;
    if (tagName === 'iframe') return this.#frame(element, base);
    if (tagName === 'link') return this.#styleSheet(element, base);
    if (GONE.has(tagName)) return null;
    if (tagName === 'style') return this.#styleElement(element, base);
    const source = tagName === 'img' || tagName === 'image' || tagName === 'input' ? sourceOf(element) : null;
    const picture = source === null ? null : await this.picture(source, base);
    const attrs = [];
    for (const each of element.attrs) {
      if (!STAYS.test(each.name)) continue;
      attrs.push(each.name === 'style' ? { name: 'style', value: await this.#style(each.value, base) } : each);
    }
    if (picture !== null) attrs.push({ name: tagName === 'image' ? 'href' : 'src', value: picture });
    element.attrs = attrs;
    return element;
  }

  /** A picture of the capture as new pixels; null where none was captured under this address. */
  async picture(written: string, base: string | null): Promise<string | null> {
    const bytes = dataBytes(written) ?? this.#part(written, base, /^image\//)?.bytes ?? null;
    if (bytes === null) return null;
    const known = this.#made.get(written);
    if (known !== undefined) return known;
    if (this.#made.size >= MOST.pictures || this.#bytes >= MOST.bytes) return null;
    const made = await this.#pictures(bytes);
    this.#bytes += made?.length ?? 0;
    this.#made.set(written, made);
    return made;
  }

  #part(
    written: string,
    base: string | null,
    type: RegExp,
  ): { readonly bytes: Uint8Array; readonly address: string } | null {
    const address = resolved(written, base);
    const part = this.#captured.part(address) ?? this.#captured.part(written);
    return part !== null && type.test(part.type) ? { bytes: part.bytes, address } : null;
  }

  #style(css: string, base: string | null): Promise<string> {
    return inertStyle(css, (address) => this.picture(address, base));
  }

  async #styleElement(element: Element, base: string | null): Promise<Element | null> {
    const css = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    return styleOf(await this.#style(css, base));
  }

  async #styleSheet(element: Element, base: string | null): Promise<Element | null> {
    const href = attribute(element, 'href');
    if (href === null || !/stylesheet/i.test(attribute(element, 'rel') ?? '')) return null;
    const part = this.#part(href, base, /^text\/css/);
    if (part === null || this.#bytes + part.bytes.length > MOST.bytes) return null;
    this.#bytes += part.bytes.length;
    return styleOf(await this.#style(Buffer.from(part.bytes).toString('utf8'), part.address));
  }

  /** The content of a captured frame stands in the frame's place, in a box of its own. */
  #frame(element: Element, base: string | null): Element | null {
    const source = attribute(element, 'src');
    const part = source === null ? null : this.#part(source, base, /^text\/html/);
    this.#frames += 1;
    if (part === null || this.#frames > MOST.frames) return null;
    const box = elementOf('<div style="border:1px solid #999;overflow:auto"></div>');
    if (box === null) return null;
    const frame = parseFragment(Buffer.from(part.bytes).toString('utf8'));
    box.childNodes = frame.childNodes;
    this.#baseOf.set(box, part.address);
    return box;
  }
}

function sourceOf(element: Element): string | null {
  const named = ['src', 'data-src', 'href', 'xlink:href'].map((name) => attribute(element, name));
  const [first] = (attribute(element, 'srcset') ?? '').trim().split(/[\s,]/, 1);
  return named.find((value) => value !== null && value !== '') ?? (first === '' ? null : (first ?? null));
}

/** Pictures that stand in the page itself. */
function dataBytes(address: string): Uint8Array | null {
  const found = /^data:image\/(?!svg)[\w.+-]{1,40};base64,/i.exec(address);
  return found === null ? null : Buffer.from(address.slice(found[0].length), 'base64');
}

function resolved(written: string, base: string | null): string {
  try {
    return base === null || /^cid:/i.test(written) ? written : new URL(written, base).href;
  } catch {
    return written;
  }
}

function styleOf(css: string): Element | null {
  const style = elementOf('<style>x</style>');
  const inside = style?.childNodes[0];
  // An end tag in a style sheet would let what follows out of it.
  if (inside !== undefined && 'value' in inside) inside.value = css.replace(/<\//g, '');
  return style;
}

function elementOf(html: string): Element | null {
  const [node] = parseFragment(html).childNodes;
  return node !== undefined && isElement(node) ? node : null;
}
