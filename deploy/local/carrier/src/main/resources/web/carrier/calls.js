import { element, post } from "./api.js";

const place = document.getElementById("calls");
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const OVER = ["completed", "busy", "failed", "no-answer", "canceled"];
let shown = "";

/** Shows the call that rings or runs on this phone, and how the last one ended. */
export function showCalls(phone, calls, complain) {
  const call = calls.findLast((one) => !OVER.includes(one.status) && one.status !== "queued");
  const last = calls.at(-1);
  const state = JSON.stringify([phone, call ?? last?.sid, last?.status]);
  if (state === shown) return;
  shown = state;
  const focused = document.activeElement?.dataset?.key;
  if (call) place.replaceChildren(running(phone, call, complain));
  else if (last && OVER.includes(last.status))
    place.replaceChildren(element("p", { className: "size", text: `Last call, ${last.peer}: ${last.status}` }));
  else place.replaceChildren();
  if (focused) place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function running(phone, call, complain) {
  const act = (action, body) => () => post(`phones/${phone}/calls/${call.sid}/${action}`, body).catch(complain);
  const rings = call.status === "ringing";
  const incoming = call.direction === "incoming";
  const title = rings ? (incoming ? `${call.peer} is calling` : `Calling ${call.peer}`) : `In a call with ${call.peer}`;
  const children = [element("h3", { text: title })];
  if (call.heard.length) children.push(heard(call.heard));
  if (!rings) children.push(keypad(act));
  if (call.listening === "recording") children.push(element("p", { text: "Recording. # ends it." }));
  const buttons = element("p", { className: "buttons" });
  if (rings && incoming) {
    buttons.append(button("Answer", "main", act("answer")), button("Decline", "end", act("reject")));
  } else {
    buttons.append(button("Hang up", "end", act("hangup")));
  }
  children.push(buttons);
  const box = element("section", { className: "call", children });
  box.setAttribute("aria-label", "Call");
  return box;
}

function heard(items) {
  const words = { say: (t) => t, play: (t) => `♪ ${t}`, note: (t) => `(${t})`, press: (t) => `you pressed ${t}` };
  const list = element("ul", {
    className: "heard",
    tabIndex: 0,
    children: items.map((item) => element("li", { className: item.kind, text: words[item.kind](item.text) })),
  });
  list.setAttribute("aria-label", "What you hear");
  return list;
}

function keypad(act) {
  const keys = KEYS.map((key) => button(key, "", act("digits", { digits: key })));
  const pad = element("div", { className: "keypad", children: keys });
  pad.setAttribute("role", "group");
  pad.setAttribute("aria-label", "Keypad");
  return pad;
}

function button(text, className, onclick) {
  const made = element("button", { type: "button", text, className, onclick });
  made.dataset.key = text;
  return made;
}
