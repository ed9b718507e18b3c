import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that begin and end a line of their own. */
const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose content is never shown as words. */
const silent = new Set(
  'script style template noscript head title svg math iframe object embed audio video canvas select textarea'.split(
    ' ',
  ),
);

const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? '';

const isElement = (node: Node): node is Element => 'tagName' in node;

function isSignature(element: Element): boolean {
  const marks = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  return /\b(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|Signature)\b/.test(marks);
}

interface Output {
  readonly lines: string[];
  /** Depth of quotation of the line being written. */
  quote: number;
  line: string;
  /** Inside `pre`, where blanks and line breaks count. */
  preformatted: number;
}

function breakLine(out: Output): void {
  const text = out.preformatted > 0 ? out.line : out.line.replace(/[ \t]+$/, '').replace(/^[ \t]+/, '');
  out.lines.push(out.quote > 0 ? `${'>'.repeat(out.quote)} ${text}` : text);
  out.line = '';
}

function endBlock(out: Output): void {
  if (out.line.trim() !== '') breakLine(out);
  out.line = '';
}

function addText(out: Output, text: string): void {
  if (out.preformatted > 0) {
    const [first = '', ...rest] = text.split(/\r?\n/);
    out.line += first;
    for (const line of rest) {
      breakLine(out);
      out.line = line;
    }
    return;
  }
  const flat = text.replace(/[ \t\r\n\f]+/g, ' ');
  out.line += out.line === '' || out.line.endsWith(' ') ? flat.trimStart() : flat;
}

function openElement(out: Output, element: Element): void {
  const tag = element.tagName;
  if (tag === 'br') breakLine(out);
  else if (tag === 'img') addText(out, attribute(element, 'alt') === '' ? '' : `[${attribute(element, 'alt')}]`);
  else if (tag === 'td' || tag === 'th') out.line += out.line === '' ? '' : '\t';
  if (!blocks.has(tag)) return;
  endBlock(out);
  if (tag === 'blockquote') out.quote += 1;
  else if (tag === 'li') out.line = '- ';
  else if (tag === 'pre') out.preformatted += 1;
}

function closeElement(out: Output, element: Element): void {
  const tag = element.tagName;
  if (!blocks.has(tag)) return;
  endBlock(out);
  // A paragraph is followed by a blank line, as mail programs write their plain version.
  if (/^(?:p|h[1-6]|table|ul|ol)$/.test(tag) && out.lines.at(-1) !== '') breakLine(out);
  if (tag === 'blockquote') out.quote -= 1;
  else if (tag === 'pre') out.preformatted -= 1;
}

type Step = { readonly node: Node } | { readonly close: Element };

function visit(out: Output, node: Node, stack: Step[]): void {
  if (node.nodeName === '#text' && 'value' in node) {
    addText(out, node.value);
    return;
  }
  if (!isElement(node) || silent.has(node.tagName)) return;
  openElement(out, node);
  if (isSignature(node) && out.lines.findLast((line) => line.trim() !== '') !== '-- ') {
    endBlock(out);
    out.line = '';
    out.lines.push('-- ');
  }
  stack.push({ close: node });
  for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
    const child = node.childNodes[index];
    if (child !== undefined) stack.push({ node: child });
  }
}

function squeeze(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    if (line.trim() === '' && (kept.length === 0 || kept.at(-1)?.trim() === '')) continue;
    kept.push(line);
  }
  while (kept.at(-1)?.trim() === '') kept.pop();
  return kept.join('\n');
}

/**
 * The words of an HTML page or mail, line by line: quotations get `>`, pictures their alternative text, signatures the
 * `-- ` line. Nothing is run, fetched or styled; hidden words are kept, since evidence may hide them on purpose.
 */
export function htmlToText(html: string): string {
  return textOfNodes(parse(html).childNodes);
}

/** The words of a part of a page that was taken apart already, in the manner of `htmlToText`. */
export function textOfNodes(nodes: readonly Node[]): string {
  const out: Output = { lines: [], quote: 0, line: '', preformatted: 0 };
  // A stack of its own: hostile pages nest deeper than the call stack reaches.
  const stack: Step[] = [];
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const child = nodes[index];
    if (child !== undefined) stack.push({ node: child });
  }
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('close' in step) closeElement(out, step.close);
    else visit(out, step.node, stack);
  }
  endBlock(out);
  return squeeze(out.lines.map((line) => line.replaceAll('\u00a0', ' ')));
}
