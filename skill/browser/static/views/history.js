/** The history: practices and runs by day. */
import { clock } from "../coach/scene.js";
import { drawn } from "./drawing.js";
import { filled, words } from "../words.js";

/** @param {HTMLElement} content */
export async function draw(content, { server }) {
  const shown = await server.view("history");
  if (!shown.entries.length) {
    content.replaceChildren(drawn("p", { class: "quiet" }, words.history.none));
    return;
  }
  const total = { times: shown.practices, time: clock(shown.seconds) };
  const line = shown.practices === 1 ? words.history.in_all_once : words.history.in_all;
  content.replaceChildren(
    ...(shown.practices ? [drawn("p", { class: "quiet" }, filled(line, total))] : []),
    drawn("ol", { class: "days" }, ...days(shown.entries)),
  );
}

function days(entries) {
  const byDay = Map.groupBy ? Map.groupBy(entries, (each) => each.day) : grouped(entries);
  const written = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "short", day: "numeric", month: "short" });
  return [...byDay].map(([day, those]) =>
    drawn(
      "li",
      { class: "day" },
      drawn("time", { dateTime: day }, written.format(new Date(`${day}T12:00`))),
      drawn("div", { class: "entries" }, ...those.map((each) => (each.routine ? practice(each) : run(each)))),
    ),
  );
}

function grouped(entries) {
  const byDay = new Map();
  for (const each of entries) byDay.set(each.day, [...(byDay.get(each.day) ?? []), each]);
  return byDay;
}

function practice(entry) {
  const time = filled(words.history.held, { time: clock(entry.seconds) });
  const left = entry.left_out.length ? filled(words.history.left_out, { names: entry.left_out.join(", ") }) : "";
  return drawn(
    "div",
    { class: "entry" },
    drawn("strong", {}, words.history.routines[entry.routine] ?? entry.routine),
    drawn("span", { class: "quiet" }, [words.history.states[entry.state], time, entry.done.join(", "), left].filter(Boolean).join(" · ")),
  );
}

function run(entry) {
  const line = entry.pair ? words.history.run_in : words.history.run;
  return drawn("div", { class: "entry" }, drawn("strong", {}, filled(line, entry)));
}
