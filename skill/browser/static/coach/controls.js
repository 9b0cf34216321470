/** What is pressed and typed: buttons, sentences, keys. */
import { words } from "../words.js";

export class Controls {
  /**
   * @param {HTMLElement} section the coach's view
   * @param {import("./coach.js").Coach} coach
   * @param {import("../sound/player.js").Player} player
   * @param {import("./stage.js").Stage} stage
   */
  constructor(section, coach, player, stage) {
    this._section = section;
    this._coach = coach;
    this._player = player;
    this._stage = stage;
    this._find = (selector) => section.querySelector(selector);
    this._toggle = this._find(".transport .main");
    this._waiting = null;
    this._answers = [];
  }

  /** Begin to hear the runner. */
  ready() {
    const input = this._find(".say input");
    this._section.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-say], button[data-touch]");
      if (button?.dataset.say) this.say(button.dataset.say);
      if (button?.dataset.touch) this.press(button.dataset.touch);
    });
    this._find(".say").addEventListener("submit", (event) => {
      event.preventDefault();
      const said = input.value.trim();
      input.value = "";
      if (said) this.say(said);
    });
    document.addEventListener("keydown", (event) => this._key(event));
    this.draw();
  }

  /** Say words; the first press of any kind also wakes the sound. */
  async say(said) {
    await this._player.wake();
    await this._coach.say(said);
  }

  /** Press a button of the screen. */
  async press(word) {
    await this._player.wake();
    await this._coach.touch(word);
  }

  /** What a press of the large button of the transport does now: "pause" or "resume". */
  get toggles() {
    return this._toggle.dataset.touch;
  }

  /** Show what can be done now. */
  draw() {
    const { exchange, open, asking } = this._coach;
    const begun = exchange || asking;
    if (exchange?.screen) this._answers = exchange.screen.answers;
    const performs = this._stage.shows;
    this._section.dataset.state = begun ? (performs ? "performing" : "talking") : "closed";
    this._find(".stage").hidden = !performs;
    this._find(".talk").hidden = !begun;
    this._find(".transport").hidden = !performs;
    const wanted = open && exchange?.microphone && !asking && !this._player.sounding;
    this._offer(wanted ? this._answers : []);
  }

  /** Draw the plain answers to what was asked; a reply without a screen, a reprompt, asks the same again. */
  _offer(answers) {
    const group = this._find(".answers");
    group.hidden = !answers.length;
    if (group.dataset.offers === answers.join()) return;
    group.dataset.offers = answers.join();
    group.replaceChildren(...answers.map((said) => answerButton(said)));
  }

  /** What changes while a reply sounds. */
  step() {
    const over = !this._coach.open && !this._player.sounding;
    const waiting = over || this._stage.scene?.kind === "waiting";
    if (waiting === this._waiting) return;
    this._waiting = waiting;
    const word = waiting ? "resume" : "pause";
    this._toggle.dataset.touch = word;
    this._toggle.querySelector("span").textContent = words.transport[word];
    this._toggle.querySelector("use").setAttribute("href", waiting ? "#i-play" : "#i-pause");
  }

  _key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !this._stage.shows) return;
    if (keepsToItself(event)) return;
    const word = { ArrowRight: "next", ArrowLeft: "back", Escape: this._toggle.dataset.touch }[event.key];
    if (word) {
      event.preventDefault();
      this.press(word);
    }
  }
}

/** Whether a field needs a key for what is in it; where one types, Esc is free, and the arrows while it is empty. */
function keepsToItself(event) {
  const field = event.target.closest("input, select, textarea, [contenteditable]");
  if (!field || field.type === "checkbox") return false;
  if (field.id !== "words-said" || event.isComposing) return true;
  return event.key !== "Escape" && field.value !== "";
}

function answerButton(said) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.say = button.textContent = said;
  return button;
}
