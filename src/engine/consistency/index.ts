import type { ConsistencyPoint } from '../../contract/consistency.ts';
import type { AllegationView } from '../../contract/finding.ts';
import type { Mapping } from '../../contract/mapping.ts';
import { type ReadableDb, textOrNull } from '../case-file/index.ts';
import { itemById } from '../items/index.ts';
import { mappings } from '../mapping/index.ts';
import type { Session } from '../session.ts';

/** So many passages in support, and none against: somebody should have looked. */
const ONE_SIDED = 3;

/** What in the case does not hold together, or rests on one side only; a plain sentence each, in the order of the allegations. */
export function consistencyOf(session: Session, db: ReadableDb, views: readonly AllegationView[]): ConsistencyPoint[] {
  const links = mappings(db, { itemId: null, allegationId: null, policy: null, clause: null });
  return [...views.flatMap((view) => ofAllegation(session, db, view, links)), ...nobodyAlleged(session, views, links)];
}

function ofAllegation(
  session: Session,
  db: ReadableDb,
  view: AllegationView,
  links: readonly Mapping[],
): readonly ConsistencyPoint[] {
  const { id, number, policy, clause } = view.allegation;
  const own = new Set(view.elements.flatMap((element) => [...element.for, ...element.against]));
  const mine = links.filter((link) => own.has(link.id));
  const point = (kind: ConsistencyPoint['kind'], words: string, element: string | null = null): ConsistencyPoint => ({
    kind,
    words,
    clause: { policy, clause },
    allegation: { id, number },
    element,
  });
  return [
    ...notInForce(session, view).map((words) => point('not-in-force', words)),
    ...(view.binds.binds ? [] : [point('not-bound', view.binds.because)]),
    ...otherDay(db, view, mine).map((words) => point('other-day', words)),
    ...withoutPassage(view).map(({ words, element }) => point('element-without-passage', words, element)),
    ...oneSided(db, mine).map(({ kind, words }) => point(kind, words)),
  ];
}

function notInForce(session: Session, { allegation }: AllegationView): readonly string[] {
  const { policy, conductOn } = allegation;
  const adopted = session.district?.policies.some(
    (entry) =>
      entry.policy === policy &&
      entry.inForceFrom <= conductOn &&
      (entry.inForceTo === null || conductOn <= entry.inForceTo),
  );
  return adopted === true ? [] : [`The district had not adopted ${policy} on ${conductOn}, the day of the conduct.`];
}

/** Every passage in support is dated, and none on the day that is alleged. */
function otherDay(db: ReadableDb, view: AllegationView, mine: readonly Mapping[]): readonly string[] {
  const items = [...new Set(mine.filter(({ weighs }) => weighs === 'for').map(({ itemId }) => itemId))];
  const days = items.flatMap((id) => {
    const sentAt = itemById(db, id)?.item.sentAt ?? null;
    const day = sentAt?.certainty === 'ambiguous' ? undefined : (sentAt?.local ?? sentAt?.instant)?.slice(0, 10);
    return day === undefined ? [] : [day];
  });
  if (days.length === 0 || days.length < items.length || days.includes(view.allegation.conductOn)) return [];
  return [
    `No passage in support is dated ${view.allegation.conductOn}, the day alleged; they are dated ${[...new Set(days)].sort().join(', ')}.`,
  ];
}

function withoutPassage(view: AllegationView): readonly { readonly words: string; readonly element: string }[] {
  return view.elements.flatMap((element) => {
    if (element.state === 'met' && element.for.length === 0) {
      return [
        { words: `“${element.label}” stands as met, and no passage is linked in support of it.`, element: element.id },
      ];
    }
    const decided = element.state === 'not-met' || element.state === 'inconclusive';
    if (decided && element.for.length + element.against.length === 0) {
      return [{ words: `“${element.label}” was decided, and no passage is linked to it.`, element: element.id }];
    }
    return [];
  });
}

function oneSided(db: ReadableDb, mine: readonly Mapping[]): readonly Pick<ConsistencyPoint, 'kind' | 'words'>[] {
  const points: Pick<ConsistencyPoint, 'kind' | 'words'>[] = [];
  const inSupport = mine.filter(({ weighs }) => weighs === 'for');
  if (inSupport.length >= ONE_SIDED && mine.length === inSupport.length) {
    points.push({
      kind: 'nothing-against',
      words: `${inSupport.length} passages are linked in support and none against: look for context, corrections and the other side of the conversation.`,
    });
  }
  const givers = new Set(
    db
      .all(
        `SELECT DISTINCT r.from_whom FROM item JOIN evidence e ON e.id = item.evidence_id
         LEFT JOIN receipt r ON r.id = e.receipt_id AND r.withdrawn = 0
         WHERE item.id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(inSupport.map(({ itemId }) => itemId)),
      )
      .map((row) => textOrNull(row, 'from_whom')),
  );
  const [giver = null] = givers;
  if (givers.size === 1 && giver !== null) {
    points.push({ kind: 'one-source', words: `All that is linked in support came from one giver: ${giver}.` });
  }
  return points;
}

/** Links under a clause that nobody is alleged to have breached. */
function nobodyAlleged(
  session: Session,
  views: readonly AllegationView[],
  links: readonly Mapping[],
): readonly ConsistencyPoint[] {
  const alleged = new Set(views.map(({ allegation }) => `${allegation.policy} ${allegation.clause}`));
  const loose = Map.groupBy(
    links.filter((link) => !alleged.has(`${link.policy} ${link.clause}`)),
    (link) => `${link.policy} ${link.clause}`,
  );
  return [...loose.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const label = session.policies
      .findLast(({ id }) => id === first.policy)
      ?.clauses.find(({ id }) => id === first.clause)?.label;
    const passages = own.length === 1 ? '1 passage is' : `${own.length} passages are`;
    return [
      {
        kind: 'nobody-alleged' as const,
        words: `${passages} linked to “${label ?? first.clause}”, and nobody is alleged to have breached it.`,
        clause: { policy: first.policy, clause: first.clause },
        allegation: null,
        element: null,
      },
    ];
  });
}
