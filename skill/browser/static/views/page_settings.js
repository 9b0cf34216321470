/** What belongs to this browser alone: colours, volume, what a screen reader reads, which voice speaks. */
import { drawn } from "./drawing.js";
import { kept, keep } from "../kept.js";
import { words } from "../words.js";

/** @returns {HTMLElement[]} */
export function pageSettings({ player, about }) {
  return [theme(), volume(player), captions(), voice(about)];
}

function row(id, label, field) {
  return drawn("div", { class: "setting" }, drawn("label", { for: id }, label), field);
}

function theme() {
  const options = Object.entries(words.settings.theme_choices).map(([value, label]) => drawn("option", { value }, label));
  const select = drawn("select", { id: "theme" }, ...options);
  select.value = kept("theme") ?? "system";
  select.addEventListener("change", () => {
    const chosen = select.value === "system" ? null : select.value;
    keep("theme", chosen);
    if (chosen) document.documentElement.dataset.theme = chosen;
    else delete document.documentElement.dataset.theme;
  });
  return row("theme", words.settings.theme, select);
}

function volume(player) {
  const range = drawn("input", { id: "volume", type: "range", min: "0", max: "1", step: "0.05" });
  range.value = String(player.volume);
  range.addEventListener("input", () => {
    player.volume = Number(range.value);
    keep("volume", range.value);
  });
  return row("volume", words.settings.volume, range);
}

function captions() {
  const spoken = document.getElementById("spoken");
  const box = drawn("input", { id: "captions", type: "checkbox", checked: spoken.getAttribute("aria-live") !== "off" });
  box.addEventListener("change", () => {
    spoken.setAttribute("aria-live", box.checked ? "polite" : "off");
    keep("captions", box.checked ? null : "off");
  });
  return row("captions", words.settings.captions, box);
}

function voice(about) {
  return drawn("div", { class: "setting" }, drawn("span", {}, words.settings.voice), drawn("span", { class: "quiet" }, speaker(about.voice)));
}

/** Who speaks, in words: "Joe, a natural voice, American English". */
function speaker(voice) {
  if (!voice) return words.settings.no_voice;
  const called = voice.called.charAt(0).toUpperCase() + voice.called.slice(1);
  const spoken = new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of(voice.locale);
  return [called, words.settings.voices[voice.kind], spoken].filter(Boolean).join(", ");
}
