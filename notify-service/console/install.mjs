// Installs what the lock file names, when it is not what is installed: the build asks each time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const stamp = `${here}node_modules/.installed`;
const wanted = createHash('sha256').update(await readFile(`${here}package-lock.json`)).digest('hex');
const installed = await readFile(stamp, 'utf8').catch(() => '');
if (installed !== wanted) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: here, stdio: 'inherit' });
  await writeFile(stamp, wanted);
}
