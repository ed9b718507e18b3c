import type { AgreementPack } from '../../../contract/agreement.ts';
import { gatesNamed, stepsNamed } from '../steps/conditions.ts';

type Graph = Map<string, Set<string>>;

function add(graph: Graph, from: string, to: readonly string[]): void {
  const known = graph.get(from) ?? new Set<string>();
  for (const each of to) known.add(each);
  graph.set(from, known);
}

/**
 * What waits for what: steps for the steps and gates they need and for the one event that begins them, gates for the steps and
 * gates they ask for, and an event for the gates that stand before it.
 */
function graphOf(packs: readonly AgreementPack[]): Graph {
  const graph: Graph = new Map();
  for (const pack of packs) {
    for (const step of pack.steps) {
      const conditions = [...step.needs, ...step.appliesWhen];
      const behind = step.behind ? [`gate ${step.behind}`] : [];
      add(graph, `step ${step.id}`, [
        ...stepsNamed(conditions).map((id) => `step ${id}`),
        ...gatesNamed(conditions).map((id) => `gate ${id}`),
        ...behind,
        // Where any of several events begins a step, one that is barred keeps nobody waiting.
        ...(step.startsWith.length === 1 ? step.startsWith.map((kind) => `event ${kind}`) : []),
      ]);
    }
    for (const gate of pack.gates) {
      for (const kind of gate.guards) add(graph, `event ${kind}`, [`gate ${gate.id}`]);
      add(graph, `gate ${gate.id}`, [
        ...stepsNamed(gate.requires).map((id) => `step ${id}`),
        ...gatesNamed(gate.requires).map((id) => `gate ${id}`),
      ]);
    }
  }
  return graph;
}

/** The first ring of steps and gates that wait for each other, as a list that ends where it began; null where there is none. */
export function circleIn(packs: readonly AgreementPack[]): readonly string[] | null {
  const graph = graphOf(packs);
  const finished = new Set<string>();
  function walk(node: string, path: readonly string[]): readonly string[] | null {
    const at = path.indexOf(node);
    if (at >= 0) return [...path.slice(at), node];
    if (finished.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const found = walk(next, [...path, node]);
      if (found !== null) return found;
    }
    finished.add(node);
    return null;
  }
  for (const node of graph.keys()) {
    const found = walk(node, []);
    if (found !== null) return found;
  }
  return null;
}
