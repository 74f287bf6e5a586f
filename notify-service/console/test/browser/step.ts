/** Does it, and prints how long it took. */
export async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}
