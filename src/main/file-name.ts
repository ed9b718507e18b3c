import { extname } from 'node:path';

/** @returns a name that every system takes as a file's: no separators, no reserved signs, not empty */
export function fileName(words: string): string {
  const plain = words
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
    .slice(0, 120);
  return plain === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `Case ${plain}`.trim() : plain;
}

/** @param ending with its dot, lower case */
export function withEnding(path: string, ending: string): string {
  return extname(path).toLowerCase() === ending ? path : `${path}${ending}`;
}
