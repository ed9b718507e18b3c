import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// package.json has "type": "module", so CommonJS must be called .cjs. It is CommonJS because the Electron that tests may
// have to use (25) loads neither main nor preload as ES modules; the shipped one loads both kinds.
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const;

// Set by hand: the defaults follow package.json's Electron, which is newer than the oldest that must run this.
const oldestNode = 'node18.15';
const oldestChrome = 'chrome114';

export default defineConfig({
  main: {
    build: {
      target: oldestNode,
      outDir: 'out/main',
      sourcemap: true,
      // Modules that exist as ES modules only: a `require` of them would fail.
      externalizeDeps: { exclude: ['birpc', 'zod'] },
      rolldownOptions: { input: { index: resolve(import.meta.dirname, 'src/main/index.ts') }, output: commonJs },
    },
  },
  preload: {
    build: {
      target: oldestNode,
      outDir: 'out/preload',
      // A sandboxed preload can require electron and nothing else: one file holds everything.
      externalizeDeps: false,
      rolldownOptions: { input: { index: resolve(import.meta.dirname, 'src/preload/index.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' }, // replaced at every load, see src/main/app-protocol.ts
    build: {
      target: oldestChrome,
      outDir: 'out/renderer',
      minify: true,
      assetsInlineLimit: 0, // the content security policy allows no data: fonts or scripts
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000, // read from the disk, not over a network
      rolldownOptions: { input: resolve(import.meta.dirname, 'src/renderer/index.html') },
    },
  },
});
