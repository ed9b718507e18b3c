import { type PointerEvent as ReactPointerEvent, useMemo, useRef } from 'react';
import type { Passage } from '../../../../contract/mapping.ts';
import { runsOf, type TextMark, wordsPassage } from './passages.ts';

interface MarkedTextProps {
  /** The item's whole text; marks count in it. */
  readonly text: string;
  /** The part to show, end exclusive; all where left out. */
  readonly from?: number;
  readonly to?: number;
  readonly marks: readonly TextMark[];
  /** Told when words were selected. */
  readonly onSelect: (passage: Passage) => void;
}

/** Text to be read and marked: selecting words gives their place in the item, letter by letter. */
export function MarkedText({ text, from = 0, to = text.length, marks, onSelect }: MarkedTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const runs = useMemo(
    () =>
      runsOf(
        text.slice(from, to),
        marks.map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from })),
      ),
    [text, from, to, marks],
  );
  const select = (event: ReactPointerEvent) => {
    const selection = window.getSelection();
    if (selection === null || selection.isCollapsed || box.current !== event.currentTarget) return;
    const range = selection.getRangeAt(0);
    const start = placeOf(box.current, range.startContainer, range.startOffset);
    const end = placeOf(box.current, range.endContainer, range.endOffset);
    if (start === null || end === null) return;
    const passage = wordsPassage(text, from + start, from + end);
    if (passage !== null) onSelect(passage);
  };
  return (
    <div ref={box} className="marked-text reading" dir="auto" onPointerUp={select}>
      {runs.map((run) =>
        run.kinds.length === 0 ? (
          <span key={run.start} data-start={run.start}>
            {run.text}
          </span>
        ) : (
          <mark key={run.start} data-start={run.start} data-kinds={run.kinds.join(' ')}>
            {run.text}
          </mark>
        ),
      )}
    </div>
  );
}

/** Where a point of a selection lies in the shown text; null outside it. */
function placeOf(box: HTMLElement, node: Node, offset: number): number | null {
  if (node === box) {
    const child = box.childNodes[offset];
    return child === undefined ? box.textContent.length : startOf(child);
  }
  if (!box.contains(node))
    return node.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_PRECEDING ? box.textContent.length : null;
  const run = node instanceof Element ? node.closest('[data-start]') : node.parentElement?.closest('[data-start]');
  const start = run === null || run === undefined ? null : startOf(run);
  if (start === null) return null;
  return node instanceof Element ? start + (offset === 0 ? 0 : node.textContent.length) : start + offset;
}

function startOf(node: Node): number | null {
  if (!(node instanceof HTMLElement)) return null;
  const start = Number(node.dataset['start']);
  return Number.isNaN(start) ? null : start;
}
