/** The exercises' pictures, drawn into the page so that they take its colours. */

/** @type {Map<string, Promise<SVGElement | null>>} */
const kept = new Map();

/** Fetch a picture; null where there is none. */
export function picture(key, frame = "end") {
  const address = `/pictures/${encodeURIComponent(key)}.svg?frame=${frame}`;
  if (!kept.has(address)) kept.set(address, load(address));
  return kept.get(address);
}

async function load(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const drawn = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
    return drawn instanceof SVGElement ? document.importNode(drawn, true) : null;
  } catch {
    kept.delete(address);
    return null;
  }
}

let copies = 0;

/** A copy of a picture whose ids are its own: a clip of another copy, which may be hidden, would not clip this one. */
export function copyOf(drawn) {
  const copy = drawn.cloneNode(true);
  const suffix = `-${(copies += 1)}`;
  for (const each of copy.querySelectorAll("[id]")) each.id += suffix;
  for (const each of copy.querySelectorAll("[clip-path]"))
    each.setAttribute("clip-path", each.getAttribute("clip-path").replace(")", `${suffix})`));
  copy.setAttribute("aria-hidden", "true");
  return copy;
}

/** Shows one picture at a time in an element, each fading into the next. */
export class PictureFrame {
  /** @param {HTMLElement} element */
  constructor(element) {
    this._element = element;
    this._wanted = "";
  }

  /** @param {string} key of the picture; empty for none */
  async show(key, frame, name) {
    const wanted = `${key} ${frame}`;
    if (wanted === this._wanted) return;
    this._wanted = wanted;
    const found = key ? await picture(key, frame) : null;
    if (wanted !== this._wanted) return;
    const drawn = found && copyOf(found);
    this._element.setAttribute("aria-label", found?.querySelector("title")?.textContent ?? name);
    const old = [...this._element.querySelectorAll("svg")];
    if (drawn) this._element.append(drawn);
    for (const each of old) {
      each.classList.add("away");
      setTimeout(() => each.remove(), 400);
    }
  }
}
