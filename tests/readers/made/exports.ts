/** Writes letters the way Facebook and Instagram do: each byte of UTF-8 as a letter of its own. */
export const asMetaWrites = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** JSON with everything beyond plain English as escapes, as most exporters write it. */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** One entry of a page of Facebook or Instagram. */
export const metaBox = (inner: string): string =>
  `<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">${inner}</div>`;

export const metaMessage = (name: string, body: string, time: string): string =>
  metaBox(
    `<h2 class="_3-95 _2pim _a6-h _a6-i">${name}</h2><div class="_3-95 _a6-p"><div><div></div><div>${body}</div><div></div></div></div><div class="_3-94 _a6-o">${time}</div>`,
  );

export const metaPage = (title: string, boxes: readonly string[]): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>${title}</title><style type="text/css">._a6-g{margin:0}._a6-h{font-weight:bold}</style></head><body class="_5vb_ _2yq _a7o5"><div class="_a705"><header class="_a706"><h1>${title}</h1></header><main class="_a706" role="main">${boxes.join('')}</main></div></body></html>`;
