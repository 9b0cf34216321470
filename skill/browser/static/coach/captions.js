/** The text of what is said: large while it sounds, and in a log that a screen reader reads. Counts are left out. */
import { words } from "../words.js";

const KEPT = 200;
/** Characters from which on a text is shown smaller. */
const LONG = 130;

export class Captions {
  /**
   * @param {{caption: HTMLElement, log: HTMLElement, spoken: HTMLElement}} parts
   * @param {import("../sound/player.js").Player} player
   */
  constructor(parts, player) {
    this._parts = parts;
    this._player = player;
    this._last = null;
  }

  /** Note what the runner has said. */
  said(text) {
    if (text) this._note(text, "you");
  }

  /** Another reply: nothing of it has been said. */
  begin() {
    this._last = null;
  }

  /** Show what sounds at this moment. */
  draw() {
    const texts = this._player.performance?.texts ?? [];
    const now = this._player.heardNow;
    for (const text of texts) {
      if (text.begins > now) break;
      if (text.counts || (this._last && text.begins <= this._last)) continue;
      this._last = text.begins;
      this._parts.caption.textContent = text.say;
      this._parts.caption.classList.toggle("long", text.say.length > LONG);
      this._note(text.say, "coach");
    }
  }

  _note(text, who) {
    const line = document.createElement("p");
    line.className = who;
    line.textContent = `${words.say[who]}: ${text}`;
    this._parts.log.append(line);
    while (this._parts.log.children.length > KEPT) this._parts.log.firstElementChild.remove();
    this._parts.log.scrollTop = this._parts.log.scrollHeight;
    if (who === "coach" && this._parts.spoken) {
      const spoken = document.createElement("p");
      spoken.textContent = text;
      this._parts.spoken.replaceChildren(spoken);
    }
  }
}
