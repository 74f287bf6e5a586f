import { get, post, put, element } from "./api.js";
import { showCalls } from "./calls.js";
import { showFaults, showPhonesForFaults, startFaults } from "./faults.js";
import { focusOn, markUnread, nameOf, showShelf } from "./shelf.js";
import { startSize } from "./size.js";
import { enclosed } from "./enclosed.js";
import { showTexts } from "./texts.js";

const at = (id) => document.getElementById(id);
let phones = [];
let lines = [];
let current = decodeURIComponent(location.hash.slice(1));
let inHand = "";

const complain = (error) => {
  at("problem").textContent = error.message;
};

async function choose(number) {
  current = number;
  history.replaceState(null, "", `#${encodeURIComponent(number)}`);
  showShelf(phones, current, choose);
  focusOn(number);
  await showPhone().catch(complain);
}

async function showPhone() {
  if (!current) return;
  const phone = await get(`phones/${current}?last=200`);
  if (phone.number !== current) return;
  const anew = inHand !== current;
  inHand = current;
  at("phone-name").textContent = nameOf(phones.find((one) => one.number === current) ?? phone, phones);
  at("phone-number").textContent = phone.number;
  at("on-call").value = phone.onCall;
  if (anew) at("to").value = phone.texts.at(-1)?.peer ?? lines[0]?.number ?? "";
  showTexts(phone, anew);
  showCalls(phone.number, phone.calls, complain);
}

async function load() {
  const [known, rented] = await Promise.all([get("phones"), get("lines")]);
  phones = known.phones;
  lines = rented.lines;
  if (!phones.some((phone) => phone.number === current)) current = phones[0]?.number ?? "";
  const numbers = [...lines.map((line) => [line.number, "a line"]), ...phones.map((p) => [p.number, nameOf(p, phones)])];
  at("numbers").replaceChildren(...numbers.map(([value, label]) => element("option", { value, label })));
  showShelf(phones, current, choose);
  showPhonesForFaults(phones.map((phone) => ({ ...phone, label: nameOf(phone, phones) })));
  await Promise.all([showPhone(), showFaults(complain)]);
}

async function showTheRest() {
  await showFaults(complain);
  const known = await get("phones");
  if (JSON.stringify(known.phones) !== JSON.stringify(phones)) await load();
}

/** Does the work once at a time; whatever changes meanwhile is worth one more round. */
function oneAtATime(work) {
  let running = false;
  let again = false;
  return async function run() {
    again = running;
    if (running) return;
    running = true;
    await work().catch(complain);
    running = false;
    if (again) run();
  };
}

const refreshPhone = oneAtATime(showPhone);
const refreshTheRest = oneAtATime(showTheRest);

function changed(number) {
  if (number === "*") refreshTheRest();
  else if (number === current) refreshPhone();
  else markUnread(number);
}

function act(what) {
  at("problem").textContent = "";
  what().catch(complain);
}

const count = startSize(at("text"), at("size"), complain);
at("on-call").addEventListener("change", () => act(() => put(`phones/${current}`, { onCall: at("on-call").value })));
at("dial").addEventListener("click", () =>
  act(() => post(`phones/${current}/calls`, { to: at("to").value, withheld: at("withheld").checked })),
);
at("write").addEventListener("submit", (event) => {
  event.preventDefault();
  act(async () => {
    await post(`phones/${current}/texts`, { to: at("to").value, text: at("text").value, media: await enclosed(at("media").files) });
    at("text").value = "";
    at("media").value = "";
    await count();
    at("text").focus();
  });
});

startFaults(complain);
const events = new EventSource("/control/events");
events.addEventListener("changed", (event) => changed(event.data));
events.addEventListener("open", () => {
  at("connection").textContent = "";
  load().catch(complain);
});
events.addEventListener("error", () => {
  at("connection").textContent = "The stand-in does not answer; trying again.";
});
