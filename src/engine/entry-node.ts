// The engine as a child of main on a Node of its own. Nothing but the check may be imported here: what an entry shares with
// the rest would be built into the entry, and importing that part would start the entry again.
import './refuse-old-node.ts';

const { serveOverIpc } = await import('./serve-ipc.ts');
serveOverIpc(import.meta.filename, process.argv[2]);
