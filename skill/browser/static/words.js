/** The page's own words, as the server has written them into it. */
export const words = JSON.parse(document.getElementById("words").textContent);

/** A text with its `{places}` filled. */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
