// Everything that the page asks of the control API.

async function ask(method, path, body) {
  const response = await fetch(`/control/${path}`, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : {};
  if (!response.ok) throw new Error(answer.detail ?? `The stand-in answered ${response.status}.`);
  return answer;
}

export const get = (path) => ask("GET", path);
export const post = (path, body = {}) => ask("POST", path, body);
export const put = (path, body) => ask("PUT", path, body);
export const remove = (path) => ask("DELETE", path);

/** An element with a class, a text, or children. */
export function element(name, { className, text, children = [], ...rest } = {}) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  Object.assign(made, rest);
  made.append(...children);
  return made;
}

export const time = (at) => new Date(at).toLocaleTimeString([], { hourCycle: "h23" });
