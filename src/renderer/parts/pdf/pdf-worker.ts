// The PDF reader's worker: parsing and decoding stay off the page's own thread.
import './older-chromium.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
