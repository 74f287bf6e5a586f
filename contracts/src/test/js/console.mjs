// The console's own sealing code, bundled as the console bundles it: what is checked here is what runs in the browser.
// Installs this folder's two packages on first use, so that a test can call the scripts in a new clone.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const sources = join(here, '../../../../notify-service/console/src');

function installed() {
  if (existsSync(join(here, 'node_modules/.package-lock.json'))) return;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('npm ci failed in ' + here);
}

async function bundled() {
  const { build } = await import('esbuild');
  const modules = ['sealing/open', 'sealing/seal', 'sealing/regrant', 'handover/let-in', 'sealing/keys', 'sealing/chunks', 'sealing/content', 'sealing/padding', 'sealing/containers', 'teams/signed', 'orders/order', 'contract/terms-form', 'links/link-key', 'links/vouch'];
  const result = await build({
    stdin: { contents: modules.map((name) => `export * from './${name}.ts';`).join('\n'), resolveDir: sources, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: ['es2022'],
    nodePaths: [join(here, 'node_modules')],
  });
  return Buffer.from(result.outputFiles[0].contents).toString('base64');
}

installed();

/** Exports of the console's `sealing/`, `handover/let-in`, `teams/signed`, `orders/order`, `contract/terms-form` and of `links/` what is sealed and signed. */
export const console_ = await import(`data:text/javascript;base64,${await bundled()}`);

/** The folder given on the command line, else the one of the committed vectors. */
export function folder(maker) {
  return process.argv[2] ?? join(here, '../resources/vectors', maker);
}
