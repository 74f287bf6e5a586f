import { post } from "./api.js";

/** Says below the field how many segments its text takes; the answer counts anew when called. */
export function startSize(field, place, complain) {
  let counting = 0;
  async function count() {
    const mine = ++counting;
    const text = field.value;
    if (!text) {
      place.textContent = "Nothing written yet";
      return;
    }
    const size = await post("segments", { text });
    if (mine === counting) place.textContent = words(size);
  }
  field.addEventListener("input", () => count().catch(complain));
  return count;
}

function words({ segments, encoding, units, unitsPerSegment }) {
  if (segments === 1) return `1 segment · ${encoding} · ${units} of ${unitsPerSegment}`;
  return `${segments} segments · ${encoding} · ${units} units, ${unitsPerSegment} to a segment`;
}
