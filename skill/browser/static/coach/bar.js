/** On the other views: what the coach is doing, and a button that stops it. */
import { countAt } from "./scene.js";
import { words } from "../words.js";

export class Bar {
  /**
   * @param {HTMLElement} element
   * @param {import("./coach.js").Coach} coach
   * @param {import("../sound/player.js").Player} player
   * @param {import("./stage.js").Stage} stage
   * @param {import("./controls.js").Controls} controls
   */
  constructor(element, coach, player, stage, controls) {
    this._element = element;
    this._coach = coach;
    this._player = player;
    this._stage = stage;
    this._shown = {};
    const find = (selector) => element.querySelector(selector);
    this._parts = { exercise: find(".exercise"), count: find(".count"), toggle: find("button span") };
    this._icon = find("use");
    find("button").addEventListener("click", () => controls.press(controls.toggles));
    this._controls = controls;
  }

  /** Draw it, wherever a routine sounds or waits and its stage is not seen. */
  draw() {
    const { scene } = this._stage;
    const goesOn = this._coach.open || this._player.sounding || scene?.kind === "waiting";
    const hidden = this._coachIsSeen || !scene || !goesOn;
    if (this._element.hidden !== hidden) this._element.hidden = hidden;
    if (hidden) return;
    const count = countAt(scene, this._coach.second);
    const { toggles } = this._controls;
    this._set("exercise", [scene.name, scene.words.side].filter(Boolean).join(", "));
    this._set("count", count === null ? (scene.words.state ?? "") : String(count));
    if (this._set("toggle", words.transport[toggles])) {
      this._icon.setAttribute("href", toggles === "resume" ? "#i-play" : "#i-pause");
    }
  }

  get _coachIsSeen() {
    return !document.getElementById("view-coach").hidden;
  }

  _set(part, text) {
    if (this._shown[part] === text) return false;
    this._shown[part] = text;
    this._parts[part].textContent = text;
    return true;
  }
}
