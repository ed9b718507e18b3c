import { attribute, type Element } from './tree.ts';

/** Names of classes and ids that the page's own style sheets hide; see `hidingNames`. */
export interface Hiding {
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

const rule = /([^{}]{1,2000})\{([^{}]{0,4000})\}/g;
const showing = /display\s*:\s*(?!none)[a-z]/i;

/** What one rule says: names it hides by themselves, and names that it shows in whatever company. */
function noteRule(selectors: string, body: string, hidden: Set<string>, shown: Set<string>): void {
  const hides = /display\s*:\s*none/i.test(body);
  if (!hides && !showing.test(body)) return;
  for (const selector of selectors.split(',')) {
    const name = selector.trim();
    if (!hides) for (const part of name.match(/[.#][\w-]+/g) ?? []) shown.add(part);
    else if (/^[.#][\w-]+$/.test(name)) hidden.add(name);
  }
}

/**
 * Classes and ids that a style sheet sets to `display: none` by a rule of their own (`.x {…}`) and never shows again.
 * The whole cascade is not worked out: where a second rule speaks of the name, it is not taken for hidden.
 */
export function hidingNames(styles: readonly string[]): Hiding {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (const style of styles) {
    for (const found of style.slice(0, 2_000_000).matchAll(rule)) {
      noteRule(found[1] ?? '', found[2] ?? '', hidden, shown);
    }
  }
  const kept = [...hidden].filter((name) => !shown.has(name));
  const of = (mark: string): Set<string> =>
    new Set(kept.filter((name) => name.startsWith(mark)).map((name) => name.slice(1)));
  return { classes: of('.'), ids: of('#') };
}

const plainColour = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/^white$/, '#ffffff')
    .replace(/^black$/, '#000000')
    .replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/, '#$1$1$2$2$3$3');

function declarations(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const each of style.slice(0, 10_000).split(';')) {
    const colon = each.indexOf(':');
    if (colon > 0)
      found.set(
        each.slice(0, colon).trim().toLowerCase(),
        each
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}

const far = (value: string | undefined): boolean =>
  value !== undefined && /^-\d{4,}(?:\.\d+)?(?:px|em|pt)?/.test(value);

function hiddenByStyle(style: string): boolean {
  const told = declarations(style);
  if (/^none\b/.test(told.get('display') ?? '')) return true;
  if (/^(?:hidden|collapse)\b/.test(told.get('visibility') ?? '')) return true;
  if (/^0(?:\.0+)?(?:px|pt|em|rem|%)?(?:\s|$)/.test(told.get('font-size') ?? '')) return true;
  if (/^0(?:\.0+)?%?(?:\s|$)/.test(told.get('opacity') ?? '')) return true;
  if (/^transparent\b/.test(told.get('color') ?? '')) return true;
  if (['left', 'top', 'text-indent', 'margin-left'].some((name) => far(told.get(name)))) return true;
  const colour = told.get('color');
  const ground = told.get('background-color') ?? told.get('background');
  return colour !== undefined && ground !== undefined && plainColour(colour) === plainColour(ground);
}

/** Whether a browser would not show what lies in this element. */
export function isHidden(element: Element, hiding: Hiding): boolean {
  if (attribute(element, 'hidden') !== null) return true;
  const style = attribute(element, 'style');
  if (style !== null && hiddenByStyle(style)) return true;
  const id = attribute(element, 'id');
  if (id !== null && hiding.ids.has(id)) return true;
  if (hiding.classes.size === 0) return false;
  return (attribute(element, 'class') ?? '').split(/\s+/).some((name) => hiding.classes.has(name));
}
