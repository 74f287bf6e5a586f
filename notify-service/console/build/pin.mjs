import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const hash = (bytes, algorithm, form) => createHash(algorithm).update(bytes).digest(form);

/** As browsers are told which bytes to take. */
export const pin = (bytes) => `sha384-${hash(bytes, 'sha384', 'base64')}`;

export const pinOf = async (folder, name) => pin(await readFile(join(folder, name)));
