// Notes when each row of the queue reached the page, was first in it, and first painted, by the Unix clock. A task that is posted in a frame runs after that frame's painting.
(() => {
  const seen = { rows: [], first: undefined, whole: undefined };
  globalThis.seen = seen;
  const known = new Set();
  const now = () => performance.timeOrigin + performance.now();
  const arrived = new Map();
  const read = ReadableStreamDefaultReader.prototype.read;
  ReadableStreamDefaultReader.prototype.read = async function () {
    const piece = await read.call(this);
    const report = typeof piece.value === 'string' ? /"id":"([0-9a-f-]{36})"/.exec(piece.value)?.[1] : undefined;
    if (report !== undefined && !arrived.has(report)) arrived.set(report, now());
    return piece;
  };
  const afterThisFrame = (work) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    port2.postMessage('');
  };
  const nextFrame = requestAnimationFrame.bind(globalThis);
  let isInFrame = false;
  globalThis.requestAnimationFrame = (work) => nextFrame((at) => {
    isInFrame = true;
    afterThisFrame(() => (isInFrame = false));
    work(at);
  });
  const atPaint = (note) => {
    const noteIt = () => note(now());
    if (isInFrame) afterThisFrame(noteIt);
    else nextFrame(() => afterThisFrame(noteIt));
  };
  new MutationObserver(() => {
    const rows = document.querySelectorAll('[data-testid=case-row]');
    if (rows.length === 0) return;
    if (seen.first === undefined) (seen.first = NaN), atPaint((at) => (seen.first = at - performance.timeOrigin));
    if (seen.whole === undefined && Number(rows[0].getAttribute('aria-setsize')) >= 1000) (seen.whole = NaN), atPaint((at) => (seen.whole = at - performance.timeOrigin));
    for (const row of rows) {
      const report = row.querySelector('a.short-id').hash.split('/').pop();
      if (known.has(report)) continue;
      known.add(report);
      const changed = now();
      atPaint((at) => seen.rows.push([report, arrived.get(report) ?? NaN, changed, at]));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
})();
