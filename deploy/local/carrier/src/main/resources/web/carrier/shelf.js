import { element } from "./api.js";

const shelf = document.getElementById("shelf");
const unread = new Set();

/** What a phone is called: its label, or, of one without, which of the phones it is. */
export function nameOf(phone, phones) {
  if (phone.label !== phone.number) return phone.label;
  return `Phone ${phones.filter((one) => one.kind === phone.kind).indexOf(phone) + 1}`;
}

export function showShelf(phones, current, choose) {
  unread.delete(current);
  const groups = [
    ["People outside", phones.filter((phone) => phone.kind !== "staff")],
    ["Staff", phones.filter((phone) => phone.kind === "staff")],
  ].filter(([, members]) => members.length);
  shelf.replaceChildren(...groups.flatMap(([title, members]) => [
    element("h3", { text: title }),
    element("ul", { children: members.map((phone) => item(phone, phones, current, choose)) }),
  ]));
}

function item(phone, phones, current, choose) {
  const button = element("button", {
    type: "button",
    onclick: () => choose(phone.number),
    children: [
      element("span", { className: "who", text: nameOf(phone, phones) }),
      element("span", { className: "number", text: phone.number }),
    ],
  });
  button.dataset.number = phone.number;
  button.setAttribute("aria-pressed", String(phone.number === current));
  if (unread.has(phone.number)) mark(button);
  return element("li", { children: [button] });
}

const buttonOf = (number) => shelf.querySelector(`[data-number="${CSS.escape(number)}"]`);
const mark = (button) => button.append(element("span", { className: "fresh", text: "● new" }));

export function focusOn(number) {
  buttonOf(number)?.focus({ preventScroll: true });
}

/** Something happened on a phone that nobody is looking at. */
export function markUnread(number) {
  unread.add(number);
  const button = buttonOf(number);
  if (button && !button.querySelector(".fresh")) mark(button);
}
