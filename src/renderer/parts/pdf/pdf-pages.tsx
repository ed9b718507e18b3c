import './older-chromium.ts';
import { useQuery } from '@tanstack/react-query';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import './pdf-pages.css';

/** One worker serves all documents of the window. */
const worker = PDFWorker.create({
  port: new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' }),
});

interface PdfPagesProps {
  /** `evidence://draft/ID` or `evidence://document/ID`: the bytes never pass through a call. */
  readonly address: string;
  readonly label: string;
  /** Width of a page in CSS pixels at most; narrower panes take what there is. */
  readonly width: number;
  /** What lies over a page, placed in fractions of it: boxes around lines. */
  readonly overlay?: (page: number) => ReactNode;
}

/** A document page by page, as it will print. Pages are drawn as they come into view; their words are there to be read out. */
export function PdfPages({ address, label, width, overlay }: PdfPagesProps) {
  const words = useWords().documents.draft;
  const pdf = useQuery({
    queryKey: ['pdf', address],
    // The content policy forbids WebAssembly and code made from text; what the templates use needs neither.
    queryFn: () => getDocument({ url: address, worker, useWasm: false, enableXfa: false, verbosity: 0 }).promise,
    gcTime: 0,
  });
  const document = pdf.data ?? null;
  useEffect(() => () => void document?.loadingTask.destroy(), [document]);
  if (pdf.isError) return <p role="alert">{words.failed}</p>;
  if (document === null) return <p className="loading-line">{words.reading}</p>;
  return (
    <section className="pdf-pages" aria-label={label}>
      {Array.from({ length: document.numPages }, (_, index) => (
        <PdfPage key={keyOfPage(index + 1)} document={document} number={index + 1} width={width} overlay={overlay} />
      ))}
    </section>
  );
}

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly width: number;
  readonly overlay: PdfPagesProps['overlay'] | undefined;
}

function PdfPage({ document, number, width, overlay }: PdfPageProps) {
  const words = useWords().documents.draft;
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNear(frame);
  const page = useQuery({
    queryKey: ['pdf-page', document.fingerprints[0], number],
    queryFn: async () => {
      const found = await document.getPage(number);
      const text = await found.getTextContent();
      const lines = text.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      return { found, lines };
    },
    enabled: near,
    gcTime: 0,
  });
  const found = page.data?.found ?? null;
  useEffect(() => {
    if (found === null || canvas.current === null) return;
    const scale = (width * window.devicePixelRatio) / found.getViewport({ scale: 1 }).width;
    const viewport = found.getViewport({ scale });
    canvas.current.width = Math.round(viewport.width);
    canvas.current.height = Math.round(viewport.height);
    const task = found.render({ canvas: canvas.current, viewport });
    task.promise.catch(ignoreCancelled);
    return () => task.cancel();
  }, [found, width]);
  return (
    <figure ref={frame} className="pdf-page" style={{ width }}>
      <div className="pdf-sheet">
        <canvas ref={canvas} />
        {overlay?.(number)}
      </div>
      <figcaption className="small quiet">{words.page(number, document.numPages)}</figcaption>
      <div className="unseen">{page.data?.lines}</div>
    </figure>
  );
}

/** True once an element has come near to what is in view. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null || near) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '800px' },
    );
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element, near]);
  return near;
}

/** A drawing that is broken off because the size changed is no fault. */
function ignoreCancelled(): void {}

function keyOfPage(number: number): string {
  return `page-${number}`;
}
