import { element, get, post, remove, time } from "./api.js";

const KINDS = {
  refuse: ["A send is refused (opted out)", 21610],
  undelivered: ["A text is accepted, then undelivered", 30003],
  failed: ["A text is accepted, then fails", 30008],
  "rate-limit": ["A send is answered 429", 0],
  "server-error": ["A send is answered 5xx, nothing goes out", 20503],
  "server-error-after-acceptance": ["A send is answered 5xx, yet it goes out", 20503],
  "answer-lost": ["A send goes out, its answer never comes", 0],
  "webhook-duplicate": ["A webhook comes several times", 0],
  "webhook-delay": ["A webhook comes late", 0],
  "webhook-out-of-order": ["A webhook comes after the next one", 0],
  "media-error": ["A picture is answered 5xx", 20503],
  "media-missing": ["A picture is not there", 0],
  "media-delay": ["A picture comes late", 0],
  "webhook-lost": ["A webhook never comes", 0],
};
const form = document.getElementById("fault");
const field = (id) => document.getElementById(id);

export function startFaults(complain) {
  field("kind").append(...Object.entries(KINDS).map(([value, [text]]) => element("option", { value, text })));
  field("kind").addEventListener("change", fit);
  fit();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = Number(field("code").value);
    post("faults", {
      kind: field("kind").value,
      phone: field("fault-phone").value,
      count: Number(field("count").value),
      times: Number(field("times").value),
      delayMillis: Number(field("delay").value) * 1000,
      ...(KINDS[field("kind").value][1] && code ? { code } : {}),
    }).catch(complain);
  });
  field("clear-errors").addEventListener("click", () => remove("errors").catch(complain));
}

function fit() {
  const kind = field("kind").value;
  field("code").value = KINDS[kind][1] || "";
  field("code-field").hidden = !KINDS[kind][1];
  field("times-field").hidden = kind !== "webhook-duplicate";
  field("delay-field").hidden = !kind.endsWith("-delay");
}

export function showPhonesForFaults(phones) {
  const select = field("fault-phone");
  const chosen = select.value;
  const options = phones.map((phone) => element("option", { value: phone.number, text: `${phone.label}, ${phone.number}` }));
  select.replaceChildren(element("option", { value: "", text: "any phone" }), ...options);
  select.value = chosen;
}

export async function showFaults(complain) {
  const [{ faults }, { errors }] = await Promise.all([get("faults"), get("errors")]);
  fill(field("due"), faults.map((fault) => due(fault, complain)), "Nothing. All goes well.");
  fill(field("errors"), errors.toReversed().slice(0, 30).map(logged), "No errors.");
  field("clear-errors").hidden = errors.length === 0;
}

function due(fault, complain) {
  const often = fault.count === 0 ? "always" : `${fault.count} ×`;
  const code = KINDS[fault.kind]?.[1] ? `, code ${fault.code}` : "";
  const drop = element("button", { type: "button", text: "Remove", onclick: () => remove(`faults/${fault.id}`).catch(complain) });
  drop.setAttribute("aria-label", `Remove: ${KINDS[fault.kind]?.[0] ?? fault.kind}`);
  const words = `${KINDS[fault.kind]?.[0] ?? fault.kind}${code}: ${often}, ${fault.phone ?? "any phone"}`;
  return element("li", { className: "due", children: [element("span", { text: words }), drop] });
}

function logged(error) {
  const words = `${time(error.at)} · ${error.code} · ${error.detail}`;
  return element("li", { children: [element("p", { text: words }), element("p", { className: "number", text: error.url })] });
}

function fill(list, items, otherwise) {
  list.replaceChildren(...(items.length ? items : [element("li", { text: otherwise })]));
}
