import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// The engine, its workers and the command line as ES modules for Node 22 and newer, which is also what the shipped
// Electron carries. Everything in `dependencies` stays outside: native modules, WASM, fonts and language data.
const manifest: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, 'package.json'), 'utf8'),
);
const external = Object.keys(manifest.dependencies).flatMap((name) => [name, new RegExp(`^${name}/`)]);
const entry = (path: string): string => resolve(import.meta.dirname, 'src', path);

export default defineConfig({
  publicDir: false,
  ssr: { target: 'node', noExternal: true },
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'out/engine',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      external,
      input: {
        'entry-node': entry('engine/entry-node.ts'),
        'entry-utility': entry('engine/entry-utility.ts'),
        'read-worker': entry('engine/workers/read-worker.ts'),
        'picture-worker': entry('engine/workers/picture-worker.ts'),
        'encode-worker': entry('engine/workers/encode-worker.ts'),
        'render-worker': entry('engine/referral/render/render-worker.ts'),
        cli: entry('cli/index.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
