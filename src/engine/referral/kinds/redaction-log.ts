import { chargedOf } from '../gather/allegations.ts';
import { exhibitsFor } from '../gather/exhibits.ts';
import { type ComposedKind, fixed, note, table } from './kind.ts';

/** What was taken out of the exhibits, how much and on what ground; never what it said. */
export const redactionLog: ComposedKind = {
  kind: 'redaction-log',
  title: { en: 'Redaction log' },
  group: 'records',
  about: 'What was taken out of each exhibit, in what number and on what ground, without saying what it was.',
  mustNotSay: [],
  draft: (scope) => {
    const exhibits = exhibitsFor(scope, [...chargedOf(scope).links.values()]);
    const rows = exhibits.list
      .filter(({ redacted, pictures }) => redacted !== null || pictures.some(({ covered }) => covered.length > 0))
      .map(({ number, title, pictures }) => {
        const places = pictures.reduce((sum, { covered }) => sum + covered.length, 0);
        return [
          number,
          title,
          places === 0
            ? 'Names in the text replaced'
            : `Names in the text replaced; ${places} place${places === 1 ? '' : 's'} of the picture taken out`,
          'Student privacy: 20 U.S.C. 1232g; 34 CFR 99.3',
        ];
      });
    return {
      marking: 'The key that leads from pseudonyms to names stays in the case file.',
      exhibits,
      parts: [
        {
          id: 'log',
          heading: 'What was taken out',
          blocks: [
            table(
              [
                ['Exhibit', 0.7],
                ['What it is', 2],
                ['Taken out', 2.2],
                ['Ground', 1.8],
              ],
              rows,
              'Nothing was taken out of any exhibit.',
            ),
            fixed('Words are replaced and pixels are taken out; nothing is merely covered.'),
            note(
              'What could not be read by machine in a picture may still show a name. Each picture was or will be looked at by a person before it is handed over.',
            ),
          ],
        },
      ],
    };
  },
};
