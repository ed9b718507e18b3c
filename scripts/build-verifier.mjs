// Builds the check that lies in every copy: one file for Node and one page for a browser. The result is kept under
// resources/, so that a copy can be made from a checkout too; a test holds it to the sources.
import './guard.mjs';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './build.mjs';

const source = join(root, 'src', 'verifier');
const page = (/** @type {string} */ name) => readFileSync(join(source, 'page', name), 'utf8');

/** @returns {Promise<{ 'check-this-copy.mjs': string, 'check-this-copy.html': string }>} */
export async function buildVerifier() {
  const alone = await bundle(join(source, 'alone.ts'), 'node20');
  const script = (await bundle(join(source, 'page', 'main.ts'), 'chrome114')).replaceAll('</script', '<\\/script');
  const style = page('page.css');
  // The policy names the two parts of the page by their hashes and allows nothing else: no request can leave it.
  const policy = [
    "default-src 'none'",
    `script-src '${integrity(script)}'`,
    `style-src '${integrity(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const html = page('page.html')
    .replace('<!--POLICY-->', () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('/*STYLE*/', () => style)
    .replace('/*SCRIPT*/', () => script);
  return { 'check-this-copy.mjs': alone, 'check-this-copy.html': html };
}

/** @param {string} entry @param {string} target @returns {Promise<string>} */
async function bundle(entry, target) {
  const forNode = target.startsWith('node');
  const made = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      write: false,
      minify: false,
      target,
      ssr: forNode ? entry : false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'es', codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []));
  const [chunk] = outputs;
  if (outputs.length !== 1 || chunk?.type !== 'chunk') throw new Error('The check must be one file.');
  return chunk.code;
}

/** @param {string} text */
function integrity(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const target = join(root, 'resources', 'verifier');
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(await buildVerifier())) writeFileSync(join(target, name), text);
}
