const list = document.getElementById("mails");
const connection = document.getElementById("connection");
let shown = "";

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function mail(one) {
  const item = document.createElement("li");
  const card = element("article", "card", "");
  const when = new Date(one.receivedAt).toLocaleTimeString([], { hourCycle: "h23" });
  card.append(
    element("h2", "", one.subject || "(no subject)"),
    element("p", "", `to ${one.to} · from ${one.from} · ${when}`),
    element("pre", "", one.text),
  );
  item.append(card);
  return item;
}

async function load() {
  try {
    const text = await (await fetch("/mails.json")).text();
    connection.textContent = "";
    if (text === shown) return;
    shown = text;
    const mails = JSON.parse(text).mails.toReversed().map(mail);
    list.replaceChildren(...(mails.length ? mails : [element("li", "card", "No mails yet")]));
  } catch {
    connection.textContent = "The stand-in does not answer; trying again.";
  }
}

document.getElementById("clear").addEventListener("click", async () => {
  await fetch("/mails.json", { method: "DELETE" });
  await load();
});
load();
setInterval(load, 1000);
