import type { Charged } from '../../gather/allegations.ts';
import { conclusionOf } from '../../input/conclusion.ts';

/** The allegations that were sustained, with the links that bear on them: nothing else may be relied on. */
export function sustainedOf(charged: Charged): Charged {
  const views = charged.views.filter(({ finding }) => conclusionOf(finding) === 'Sustained');
  const ids = new Set(
    views.flatMap(({ elements }) => elements.flatMap((element) => [...element.for, ...element.against])),
  );
  return { ...charged, views, links: new Map([...charged.links].filter(([id]) => ids.has(id))) };
}
