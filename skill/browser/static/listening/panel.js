/** What is seen of the listening: a button to talk, a switch to listen always, which ears hear, what was heard. */
import { filled, words } from "../words.js";
import { Microphone } from "./microphone.js";

const KEPT = "foot-coach-listening";
const told = words.listening;

/**
 * @param {HTMLElement} place of the button
 * @param {import("./listening.js").Listening} listening
 * @param {string} ears the name of the ears where the coach runs
 */
export function listeningPanel(place, listening, ears) {
  const form = place.closest("form");
  const button = made("button", { type: "button", className: "talk-button" });
  button.innerHTML = '<svg aria-hidden="true"><use href="#i-mic"/></svg><span class="hidden"></span>';
  place.append(button);
  const row = made("div", { className: "ears" });
  const always = made("input", { type: "checkbox", id: "listen-always" });
  const label = made("label", { htmlFor: "listen-always", textContent: told.always });
  const which = chooser("which-ears", told.ears);
  const device = chooser("which-microphone", told.microphone);
  const note = made("p", { className: "note", role: "status" });
  const about = made("p", { className: "about" });
  const more = made("details", { className: "ears-more" });
  const summary = made("summary", {});
  const choices = made("div", { className: "choices" });
  choices.append(...which.parts, ...device.parts, about);
  more.append(summary, choices);
  row.append(note, always, label, more);
  form.after(row);

  for (const choice of listening.choices) which.select.add(new Option(told[choice], choice));
  restore();
  which.select.addEventListener("change", () => listening.choose(which.select.value).then(keep));
  device.select.addEventListener("change", () => listening.chooseDevice(device.select.value));
  always.addEventListener("change", () => listening.listenAlways(always.checked).then(keep));
  pressed(button, listening);
  listening.addEventListener("change", draw);
  draw();

  function draw() {
    const { state, trouble } = listening;
    row.dataset.state = button.dataset.state = state;
    button.disabled = listening.ears === "none";
    button.querySelector("span").textContent = told.hold;
    button.title = told.hold;
    always.checked = listening.always;
    always.disabled = listening.ears === "none";
    which.select.value = listening.ears;
    for (const option of which.select.options) option.disabled = !listening.choices.includes(option.value);
    const says = trouble ? told.trouble[trouble] : (noted(listening.note) ?? told.state[state]);
    if (note.textContent !== says) note.textContent = says;
    summary.textContent = `${told.ears} ${told[listening.ears]}`;
    about.textContent = filled(told.about[listening.ears], { name: ears });
    row.classList.toggle("troubled", Boolean(trouble));
    if (state === "listening") devices();
  }

  async function devices() {
    const all = await Microphone.all();
    device.show(all.length > 1 && listening.ears === "here");
    if (all.length === device.select.options.length) return;
    device.select.replaceChildren(...all.map((each) => new Option(each.label, each.deviceId)));
  }

  function keep() {
    localStorage.setItem(KEPT, JSON.stringify({ ears: listening.ears }));
  }

  /** Which ears were chosen is kept; that it listens always is not: a page must not listen unasked. */
  function restore() {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
    if (listening.choices.includes(kept.ears)) listening.ears = kept.ears;
  }
}

function noted(note) {
  if (!note) return null;
  if (!note.ignored) return filled(told.heard, { said: note.said });
  return filled(told.ignored[note.ignored], { said: note.said });
}

/** Held or tapped, by finger, mouse or space bar. */
function pressed(button, listening) {
  button.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    button.setPointerCapture(event.pointerId);
    listening.press();
  });
  for (const end of ["pointerup", "pointercancel"]) button.addEventListener(end, () => listening.release());
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  const elsewhere = "input:not([type=checkbox]), select, textarea, summary, a, button:not(.talk-button)";
  const ours = (event) => event.code === "Space" && !event.target.closest(elsewhere);
  document.addEventListener("keydown", (event) => {
    if (!ours(event) || event.target.matches("input")) return;
    event.preventDefault();
    if (!event.repeat) listening.press();
  });
  document.addEventListener("keyup", (event) => {
    if (!ours(event) || event.target.matches("input")) return;
    event.preventDefault();
    listening.release();
  });
  addEventListener("blur", () => listening.release());
}

function chooser(id, text) {
  const select = made("select", { id });
  const label = made("label", { htmlFor: id, textContent: text });
  const parts = [label, select];
  const show = (shown) => parts.forEach((part) => (part.hidden = !shown));
  if (id === "which-microphone") show(false);
  return { select, parts, show };
}

function made(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
