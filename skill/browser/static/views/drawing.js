/** Makes elements: a tag, its properties, what is in it. */

/**
 * @param {string} tag
 * @param {Record<string, any>} properties of the element; `class` is its class
 * @param {...(Node | string)} children
 */
export function drawn(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") element.className = value;
    else if (name.startsWith("aria-") || name === "for") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A bar of a pair's life: what it has run of what it lasts, with a mark where it is over. */
export function lifeBar(share, stage, label) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `life ${stage}`);
  svg.setAttribute("viewBox", "0 0 100 6");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  for (const [name, width] of [["track", 100], ["run", Math.min(Math.max(share, 0), 1) * 100]]) {
    const bar = document.createElementNS(SVG, "rect");
    bar.setAttribute("class", name);
    bar.setAttribute("width", String(width));
    bar.setAttribute("height", "6");
    svg.append(bar);
  }
  return svg;
}
