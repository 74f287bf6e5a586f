// Verifies webhooks by the reference implementation of Standard Webhooks. Reads JSON, prints the payloads; fails on anything that is wrong.
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

const { secret, now, webhooks } = JSON.parse(await text(process.stdin));
Date.now = () => now;
const verifier = new Webhook(secret);

console.log(JSON.stringify(webhooks.map(({ headers, body }) => verifier.verify(body, headers))));
