// Files that go with a text.

export function enclosed(files) {
  return Promise.all([...files].map(async (file) => ({ type: file.type || "application/octet-stream", data: base64(await file.arrayBuffer()) })));
}

function base64(buffer) {
  const bytes = new Uint8Array(buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
