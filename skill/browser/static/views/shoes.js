/** The shoes: what each pair has run of its life, and today's choice with its reason. */
import { drawn, lifeBar } from "./drawing.js";
import { filled, words } from "../words.js";

/** @param {HTMLElement} content */
export async function draw(content, { server, coach, player }) {
  const shown = await server.view("shoes");
  const ask = drawn("button", { type: "button", class: "main", textContent: words.shoes.ask });
  ask.addEventListener("click", async () => {
    await player.wake();
    location.hash = "coach";
    coach.say(words.shoes.ask);
  });
  if (!shown.pairs.length) {
    content.replaceChildren(drawn("p", { class: "quiet" }, words.shoes.none), ...retired(shown.retired));
    return;
  }
  content.replaceChildren(
    drawn("ul", { class: "pairs" }, ...shown.pairs.map(pair)),
    ...retired(shown.retired),
    ...(shown.unknown ? [drawn("p", { class: "quiet" }, filled(words.shoes.unknown, { distance: shown.unknown }))] : []),
    ask,
  );
}

/** One pair as an element, here and where the coach shows its choice. */
export function pair(shown) {
  const life = filled(words.shoes.of_life, shown);
  return drawn(
    "li",
    { class: shown.chosen ? "pair chosen" : "pair" },
    drawn(
      "div",
      { class: "head" },
      drawn("h2", {}, shown.name),
      ...(shown.chosen ? [drawn("span", { class: "tag" }, words.shoes.today)] : []),
    ),
    lifeBar(shown.share, shown.stage, life),
    drawn("p", {}, [life, shown.rest, shown.kinds].filter(Boolean).join(" · ")),
    ...(shown.reason ? [drawn("p", { class: "reason" }, shown.reason)] : []),
  );
}

function retired(pairs) {
  if (!pairs.length) return [];
  const lines = pairs.map((each) => drawn("li", {}, `${each.name} · ${each.run}`));
  return [drawn("h2", {}, words.shoes.retired), drawn("ul", { class: "quiet" }, ...lines)];
}
