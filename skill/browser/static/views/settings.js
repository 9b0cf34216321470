/**
 * The settings as they are. A change says the sentence for it: there is one way to change anything, it is answered
 * aloud, and "undo" takes it back.
 */
import { drawn } from "./drawing.js";
import { filled, words } from "../words.js";
import { pageSettings } from "./page_settings.js";

/** Characters of an answer that are shown. */
const LONGEST = 200;

/** @param {HTMLElement} content */
export async function draw(content, given) {
  const { server, coach, player } = given;
  const shown = await server.view("settings");
  const answer = drawn("p", { class: "answer", role: "status" });
  const told = drawn("div", { class: "answered" }, answer);

  async function change(sentence) {
    await player.wake();
    answer.textContent = words.say.preparing;
    const before = coach.exchange;
    await coach.say(sentence);
    const { exchange } = coach;
    answer.textContent = exchange && exchange !== before ? filled(words.settings.answered, { text: shortened(exchange.text) }) : words.trouble.unreachable;
    const fresh = await server.view("settings");
    for (const each of content.querySelectorAll("select[data-name]")) each.value = String(fresh[each.dataset.name]);
  }

  const reset = drawn("button", { type: "button", textContent: words.settings.reset.label });
  reset.addEventListener("click", () => change(words.settings.reset.say));
  content.replaceChildren(
    drawn("h2", {}, words.settings.coaching),
    ...words.settings.choices.map((each) => choice(each, shown[each.name], change)),
    drawn("div", { class: "setting" }, reset),
    drawn("p", { class: "quiet" }, words.settings.sure),
    drawn("h2", {}, words.settings.page),
    ...pageSettings(given),
    told,
  );
}

/** What a change is answered with: behind it a routine may go on, which is heard and not read here. */
function shortened(text) {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[^.!?]*$/, "")}`;
}

function choice(setting, value, change) {
  const id = `setting-${setting.name}`;
  const known = setting.options.some((option) => String(option.value) === String(value));
  const other = known ? [] : [drawn("option", { value: String(value), disabled: true }, value === null ? words.settings.usual : String(value))];
  const options = setting.options.map((option) => drawn("option", { value: String(option.value) }, option.label));
  const select = drawn("select", { id }, ...other, ...options);
  select.dataset.name = setting.name;
  select.value = String(value);
  select.addEventListener("change", () => {
    change(setting.options.find((option) => String(option.value) === select.value).say);
  });
  return drawn("div", { class: "setting" }, drawn("label", { for: id }, setting.label), select);
}
