import { element, time } from "./api.js";

const list = document.getElementById("texts");
const STATES = {
  sent: "on its way",
  delivered: "✓ delivered",
  failed: "not taken: the application behind that number failed",
  undelivered: "not delivered: there is no such number",
};
let shown = new Map();

/** Shows the phone's texts, and keeps the newest in sight unless the reader has scrolled away. */
export function showTexts({ texts, earlier }, anew) {
  const atEnd = anew || list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  if (anew || texts.length === 0 || !shown.has(texts[0].id)) {
    shown = new Map();
    list.replaceChildren(...notes(texts, earlier));
  }
  for (const text of texts) {
    const old = shown.get(text.id);
    if (old?.status === text.status) continue;
    const node = text.direction === "missed" ? missed(text) : bubble(text);
    if (old) old.node.replaceWith(node);
    else list.append(node);
    shown.set(text.id, { node, status: text.status });
  }
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function notes(texts, earlier) {
  if (texts.length === 0) return [element("p", { className: "empty", text: "No texts yet" })];
  return earlier ? [element("p", { className: "empty", text: `${earlier} earlier texts are not shown` })] : [];
}

function bubble(text) {
  const sent = text.direction === "sent";
  const size = `${text.segments} segment${text.segments === 1 ? "" : "s"}, ${text.encoding}`;
  const lost = ["failed", "undelivered"].includes(text.status);
  const state = sent ? [element("p", { className: lost ? "fine lost" : "fine", text: STATES[text.status] ?? text.status })] : [];
  return element("article", {
    className: `bubble ${text.direction}`,
    children: [
      ...(text.text ? [element("p", { className: "said", text: text.text })] : []),
      ...(text.media ? [element("p", { className: "said", text: `with ${text.media} file${text.media === 1 ? "" : "s"}` })] : []),
      element("p", { className: "fine", text: `${sent ? "to" : "from"} ${text.peer} · ${time(text.at)} · ${size}` }),
      ...state,
    ],
  });
}

function missed(text) {
  const words = `A text from ${text.peer} did not reach this phone: ${text.status} · ${time(text.at)}`;
  return element("p", { className: "missed", text: words });
}
