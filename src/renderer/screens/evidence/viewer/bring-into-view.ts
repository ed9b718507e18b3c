/** Pixels left free above something that is longer than the pane. */
const space = 12;

/** Scrolls the reading pane, and nothing around it, so that the element stands in its middle, or a long one begins at its top. */
export function bringIntoView(element: Element | null): void {
  const pane = element?.closest('.viewer-reading');
  if (element === null || !(pane instanceof HTMLElement)) return;
  const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  const room = pane.clientHeight - element.clientHeight;
  pane.scrollTop = top - Math.max(space, room / 2);
}
