import { bullets, type ComposedKind, text } from './kind.ts';
import { complaintOf, dayWords } from './pieces/case-facts.ts';
import { superintendentOf, toRespondent } from './pieces/people.ts';

/** That the matter is closed without discipline; Spanish for a family or an employee who reads it more easily. */
export const closureLetter: ComposedKind = {
  kind: 'closure-letter',
  title: { en: 'Closure letter', es: 'Carta de cierre' },
  group: 'letters',
  about: 'Tells the employee that the matter is closed without discipline, and what stands in the file.',
  mustNotSay: [
    { pattern: /\b(this time|next time|warning)\b/i, why: 'A closure letter is no warning in disguise.' },
    { pattern: /\b(esta vez|la próxima vez|advertencia)\b/i, why: 'A closure letter is no warning in disguise.' },
  ],
  draft: (scope, language) => {
    const complaint = complaintOf(scope);
    const day = dayWords(scope, complaint.receivedAt);
    const letter = toRespondent(scope, superintendentOf(scope));
    if (language === 'es') {
      return {
        letter: { ...letter, delivery: 'en mano, con copia firmada' },
        parts: [
          {
            id: 'opening',
            heading: null,
            blocks: [
              text(
                'opening',
                `El distrito recibió una queja en la que usted es mencionado o mencionada (fecha de recepción: ${inSpanish(scope.day(complaint.receivedAt))}). La investigación ha terminado y el asunto se cierra sin sanción disciplinaria.`,
              ),
            ],
          },
          {
            id: 'file',
            heading: 'Qué consta en el expediente',
            blocks: [
              text(
                'file',
                'En su expediente personal no se anota este asunto como sanción. Los registros de la investigación se guardan aparte durante el plazo que la ley exige.',
              ),
            ],
          },
          {
            id: 'rights',
            heading: 'Tenga en cuenta',
            blocks: [
              bullets(
                'No se permiten represalias contra nadie que haya participado en la investigación. La misma regla le protege a usted.',
                'Si tiene preguntas, puede dirigirse a quien firma esta carta, solo o con su representante.',
              ),
            ],
          },
        ],
      };
    }
    return {
      letter,
      parts: [
        {
          id: 'opening',
          heading: null,
          blocks: [
            text(
              'opening',
              `The district received a complaint in which you were named on ${day}. The inquiry has ended, and the matter is closed without discipline.`,
            ),
          ],
        },
        {
          id: 'file',
          heading: 'What stands in the file',
          blocks: [
            text(
              'file',
              'Nothing about this matter is entered in your personnel file as discipline. The records of the inquiry are kept apart, for the time that the law on public records requires.',
            ),
          ],
        },
        {
          id: 'rights',
          heading: 'Please note',
          blocks: [
            bullets(
              'Retaliation against anyone who took part in the inquiry is not permitted. You are protected by the same rule.',
              'If you have questions, please turn to the sender of this letter, alone or with your representative.',
            ),
          ],
        },
      ],
    };
  },
};

const MESES = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

function inSpanish(day: string): string {
  const [year = '', month = '1', date = '1'] = day.split('-');
  return `${Number(date)} de ${MESES[Number(month) - 1] ?? ''} de ${year}`;
}
