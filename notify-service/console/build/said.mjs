// Which messages a script says, read from what it was built to: those that it names, and whole groups of which it takes one by a code.
const NAMED = /["'`]([A-Za-z][\w-]*(?:\.[\w-]+)+)["'`]/g;
const GROUP = /`([A-Za-z][\w-]*\.(?:[\w-]+\.)*[\w-]*)\$\{/g;

/** @returns whether a message is said by one of the scripts */
export function saidBy(scripts) {
  const named = new Set(scripts.flatMap((script) => all(script, NAMED)));
  const groups = [...new Set(scripts.flatMap((script) => all(script, GROUP)))];
  return (key) => named.has(key) || groups.some((group) => key.startsWith(group));
}

const all = (script, pattern) => [...script.matchAll(pattern)].map(([, found]) => found);
