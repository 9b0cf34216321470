/** The text of what is said: large while it sounds, and in a log that a screen reader reads. Counts are left out. */
import { words } from "../words.js";

const KEPT = 200;
/** Characters from which on a text is shown smaller. */
const LONG = 130;
/** Shares of the caption's size, down to the smallest that can be read. */
const SIZES = [1, 0.9, 0.8, 0.7, 0.6];
/** Milliseconds of waiting that a screen reader is told of. */
const TOLD_AFTER = 700;

export class Captions {
  /**
   * @param {{caption: HTMLElement, log: HTMLElement, spoken: HTMLElement}} parts
   * @param {import("../sound/player.js").Player} player
   */
  constructor(parts, player) {
    this._parts = parts;
    this._player = player;
    this._last = null;
    this._said = "";
    this._asked = false;
    this._timer = 0;
    new ResizeObserver(() => this._fit()).observe(parts.caption);
  }

  /** Something was asked for, and nothing of it is said yet: say that it comes, instead of what was said before. */
  preparing() {
    this._asked = true;
    this._show(words.say.preparing);
    clearTimeout(this._timer);
    this._timer = setTimeout(() => this._tell(words.say.preparing), TOLD_AFTER);
  }

  /** What was asked for may not have come: show what was said last. */
  answered() {
    if (!this._asked) return;
    this._asked = false;
    clearTimeout(this._timer);
    this._show(this._said);
  }

  /** Note what the runner has said. */
  said(text) {
    if (text) this._note(text, "you");
  }

  /** Note what the runner has pressed. */
  pressed(word) {
    this._note(words.transport[word], "pressed");
  }

  /** Another reply: nothing of it has been said. @param {boolean} asked whether somebody waits for it */
  begin(asked) {
    this._last = null;
    if (asked) this.preparing();
    this._asked = false;
  }

  /** Show what sounds at this moment. */
  draw() {
    const texts = this._player.performance?.texts ?? [];
    const now = this._player.heardNow;
    for (const text of texts) {
      if (text.begins > now) break;
      if (text.counts || (this._last && text.begins <= this._last)) continue;
      this._last = text.begins;
      clearTimeout(this._timer);
      this._said = text.say;
      this._show(text.say);
      this._note(text.say, "coach");
    }
  }

  _note(text, who) {
    const line = document.createElement("p");
    line.className = who;
    line.textContent = `${words.say[who]}: ${text}`;
    this._parts.log.prepend(line);
    while (this._parts.log.children.length > KEPT) this._parts.log.lastElementChild.remove();
    if (who === "coach") this._tell(text);
  }

  _show(text) {
    const line = document.createElement("span");
    line.textContent = text;
    this._parts.caption.replaceChildren(line);
    this._parts.caption.classList.toggle("long", text.length > LONG);
    this._fit();
  }

  /** The caption's place is always as high, so that nothing else moves: a text that is too long for it is smaller. */
  _fit() {
    const { caption } = this._parts;
    for (const size of SIZES) {
      caption.style.setProperty("--size", String(size));
      if (caption.scrollHeight <= caption.clientHeight + 1) return;
    }
  }

  /** For a screen reader. */
  _tell(text) {
    if (!this._parts.spoken) return;
    const spoken = document.createElement("p");
    spoken.textContent = text;
    this._parts.spoken.replaceChildren(spoken);
  }
}
