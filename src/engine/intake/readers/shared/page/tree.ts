import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isTemplate = (node: Node): node is DefaultTreeAdapterTypes.Template => 'content' in node;

/** The value of an attribute, or null where the element does not have it. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

/** The letters inside an element, tags left out; cut after `most` characters. */
export function lettersIn(element: Element, most: number): string {
  let text = '';
  const stack: Node[] = [...element.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined && text.length < most; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    else if (isElement(node))
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) push(stack, node.childNodes[at]);
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, most);
}

function push(stack: Node[], node: Node | undefined): void {
  if (node !== undefined) stack.push(node);
}

/**
 * Calls `visit` for each node in the order of the page; where it answers false, what lies inside is passed over. The
 * children are looked up after the visit, so that it may put others in their place.
 */
export function walk(root: Parent, visit: (node: Node) => boolean): void {
  const stack: Node[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!visit(node) || !isElement(node)) continue;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) push(stack, node.childNodes[at]);
  }
}
