import type { Block } from '../input/composed.ts';
import type { Exhibit } from '../input/exhibit.ts';
import { factsOf } from './blocks.ts';
import { said } from './said.ts';

const COMPLETENESS = {
  complete: 'Complete as received',
  cropped: 'Cropped: part of the original is missing',
  excerpt: 'An excerpt of a longer record',
  'not-known': 'Not known whether complete',
} as const;

/** An exhibit's provenance sheet and its pictures. */
export function exhibitBlocks(exhibit: Exhibit): Block[] {
  const count = exhibit.pictures.length;
  const pages = exhibit.pages === null ? '' : `, ${exhibit.pages} page${exhibit.pages === 1 ? '' : 's'}`;
  return [
    factsOf(
      ...(exhibit.aliases.length === 0 ? [] : [['Also called', exhibit.aliases.join(', ')] as const]),
      ['Form', `${exhibit.form}${pages}`],
      ['File', `${exhibit.fileName}, ${exhibit.sizeBytes} bytes`],
      ['Received', `${said(exhibit.receivedAt)} from ${exhibit.receivedFrom}, by ${exhibit.receivedBy}`],
      ['How obtained', exhibit.howObtained],
      ['Captured by', exhibit.capturedBy ?? 'Not stated'],
      ['Completeness', COMPLETENESS[exhibit.completeness]],
      ['Said or made', exhibit.when === null ? 'No date could be read.' : said(exhibit.when)],
      ...(exhibit.timeRestsOn === null ? [] : [['Time rests on', exhibit.timeRestsOn] as const]),
      ['Redaction', exhibit.redacted ?? 'None in this copy'],
    ),
    { block: 'hash', name: 'SHA-256', value: exhibit.sha256 },
    ...exhibit.pictures.map(
      (picture, index): Block => ({
        block: 'picture',
        name: `Exhibit ${exhibit.number}${count > 1 ? `, picture ${index + 1} of ${count}` : ''}`,
        picture,
      }),
    ),
  ];
}
