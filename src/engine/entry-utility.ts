// The engine in the helper process of the shipped Electron. As in entry-node.ts, nothing but the check is imported here.
import './refuse-old-node.ts';

const { serveOverPorts } = await import('./serve-ports.ts');
serveOverPorts(Reflect.get(process, 'parentPort'), process.argv[2]);
