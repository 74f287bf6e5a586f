// A desk to develop the pages against: `npm run mock`, then open the printed address. Real keys, made-up people.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { someCases } from './cases.ts';
import { MockDesk } from './desk.ts';
import { World } from './world.ts';

const world = await World.create();
await someCases(world);
const desk = new MockDesk(world, 'dist');
await desk.start(Number(process.env['PORT'] ?? 0));
const file = join(tmpdir(), 'aziza.json');
await writeFile(file, JSON.stringify(world.keyFile('aziza')), { mode: 0o600 });
console.log(`${desk.origin}/console/  key file: ${file}`);
