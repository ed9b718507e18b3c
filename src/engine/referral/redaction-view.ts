import type { z } from 'zod';
import type { DocumentAddress, ReadinessPoint } from '../../contract/document.ts';
import { EvenhandError, raise } from '../../contract/errors.ts';
import type { RedactionPicture, RedactionView } from '../../contract/redaction.ts';
import { text } from '../case-file/index.ts';
import type { EngineCore } from '../core.ts';
import { evidenceById } from '../intake/index.ts';
import { itemById, type StoredItem } from '../items/index.ts';
import { decidedRegions, decidedWords, faceLooks, groundOf, overlap, removalRows } from '../redaction/index.ts';
import { printedPictures, type Redacted, redactedInput } from './make-document.ts';

type Address = z.output<typeof DocumentAddress>;
type Point = z.infer<typeof ReadinessPoint>;

/** Boxes that share more of the smaller one are one face. */
const SAME_FACE = 0.5;

/** What is taken out of a document for its audience and why, what is offered, and its pictures with their places. */
export async function redactionView(engine: EngineCore, address: Address): Promise<RedactionView> {
  const redacted = await redactedInput(engine, address, true);
  const { scope, found } = redacted;
  const { resourcesDir } = engine.host;
  const pictures = printed(engine, redacted);
  return {
    profile: scope.redaction.profile,
    removals: [...removalRows(scope.redaction, found, decidedWords(scope.db, redacted.audience), resourcesDir)],
    pictures: [...pictures],
    undecidedFaces: undecided(pictures),
    picturesNotLookedAt: pictures.filter(({ faces }) => faces === null).length,
  };
}

function undecided(pictures: readonly RedactionPicture[]): number {
  return pictures.flatMap(({ faces }) => faces ?? []).filter(({ decision }) => decision === null).length;
}

function printed(engine: EngineCore, redacted: Redacted): readonly RedactionPicture[] {
  const { db } = redacted.scope;
  const regions = decidedRegions(db);
  const looks = faceLooks(db);
  const { audience } = redacted;
  return printedPictures(redacted).map(({ file, evidenceId, covered }): RedactionPicture => {
    const evidence = evidenceById(db, evidenceId);
    const mine = regions.filter(
      (region) =>
        region.evidenceId === evidenceId && (region.audiences === null || region.audiences.includes(audience)),
    );
    const drawn = mine.filter(({ decision }) => decision === 'remove');
    return {
      evidenceId,
      exhibit: file,
      name: evidence.name,
      width: evidence.outcome?.width ?? 0,
      height: evidence.outcome?.height ?? 0,
      veiled: evidence.veiled,
      lines: pictureItems(redacted, evidenceId).flatMap(linesOf),
      regions: mine.map(({ ground, ...region }) => ({ ...region, ground: groundOf(engine.host.resourcesDir, ground) })),
      covered: covered.filter((box) => !drawn.some((region) => overlap(region.box, box) > 0.98)),
      faces:
        looks.get(evidenceId)?.map((face) => ({
          ...face,
          decision:
            mine.find(({ what, box }) => what === 'face' && overlap(box, face.box) > SAME_FACE)?.decision ?? null,
        })) ?? null,
    };
  });
}

function pictureItems({ scope: { db } }: Redacted, evidenceId: string): readonly StoredItem[] {
  return db
    .all('SELECT id FROM item WHERE evidence_id = ? ORDER BY number', evidenceId)
    .map((row) => itemById(db, text(row, 'id')))
    .filter((stored) => stored !== null)
    .filter(({ item }) => item.kind === 'picture');
}

/** The lines of a picture as they were read, each with the box around its words. */
function linesOf({ item }: StoredItem): RedactionPicture['lines'] {
  const lines: { words: string; box: RedactionPicture['lines'][number]['box'] }[] = [];
  let last = -1;
  for (const { start, end, box } of item.regions) {
    const words = item.text.slice(start, end);
    const line = lines.at(-1);
    if (line === undefined || item.text.slice(last, start).includes('\n')) lines.push({ words, box });
    else {
      line.words += ` ${words}`;
      line.box = around(line.box, box);
    }
    last = end;
  }
  return lines;
}

function around(one: RedactionPicture['covered'][number], other: RedactionPicture['covered'][number]) {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

/** @throws redaction-undecided where the audience may not have faces that nobody decided about */
export function assertDecided(engine: EngineCore, redacted: Redacted): void {
  if (redacted.scope.redaction.profile.faces !== 'must-be-decided') return;
  const pictures = printed(engine, redacted);
  const open = undecided(pictures);
  const unseen = pictures.filter(({ faces }) => faces === null).length;
  if (open + unseen === 0) return;
  raise('redaction-undecided', { faces: faceWords(open), pictures: lookWords(unseen) });
}

const faceWords = (count: number): string =>
  count === 0 ? '' : `${count === 1 ? '1 face that was found is' : `${count} faces that were found are`} not decided. `;
const lookWords = (count: number): string =>
  count === 0 ? '' : `${count === 1 ? '1 picture was' : `${count} pictures were`} not looked through for faces. `;

/** What is still to be decided before the document may go to its audience. */
export async function redactionPoints(engine: EngineCore, address: Address): Promise<readonly Point[]> {
  const redacted = await redactedInput(engine, address, true).catch((error: unknown) => {
    // What the document lacks is told by its own points.
    if (error instanceof EvenhandError) return null;
    throw error;
  });
  if (redacted === null) return [];
  const { faces } = redacted.scope.redaction.profile;
  const pictures = printed(engine, redacted);
  const [open, unseen] = [undecided(pictures), pictures.filter((picture) => picture.faces === null).length];
  const offered = new Set(redacted.found.filter(({ state }) => state === 'offered').map(({ hit }) => hit.key)).size;
  const severity = faces === 'must-be-decided' ? 'blocks' : 'note';
  const all: readonly (readonly [number, Point])[] = [
    [
      open,
      {
        severity: faces === 'must-be-decided' ? 'blocks' : 'weak',
        words: `In its pictures, ${faceWords(open).trim()}`,
        room: 'documents',
      },
    ],
    [unseen, { severity, words: lookWords(unseen).trim(), room: 'documents' }],
    [
      offered,
      {
        severity: 'weak',
        words: `${offered === 1 ? '1 suggestion of what to take out is' : `${offered} suggestions of what to take out are`} not decided; ${offered === 1 ? 'it stays' : 'they stay'} in until then.`,
        room: 'documents',
      },
    ],
  ];
  return faces === 'stay' ? [] : all.filter(([count]) => count > 0).map(([, point]) => point);
}
