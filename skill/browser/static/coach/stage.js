/** The stage: picture, side, ring and count, what comes next and what is left, drawn with the sound. */
import { clock, countAt, frameAt, indexAt, leftAt, shareAt } from "./scene.js";
import { PictureFrame, picture } from "./pictures.js";
import { filled, words } from "../words.js";

const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/** Of the ring, all around. */
const STEPS = 400;

export class Stage {
  /** @param {HTMLElement} element @param {import("./coach.js").Coach} coach */
  constructor(element, coach) {
    this.element = element;
    this._coach = coach;
    this._screen = null;
    this._shown = {};
    const find = (name) => element.querySelector(`.${name}`);
    this._parts = Object.fromEntries(
      ["ring", "count", "amount", "exercise", "side", "set", "next", "left", "done"].map((name) => [name, find(name)]),
    );
    this._picture = new PictureFrame(find("picture"));
  }

  /** Whether an exercise is on it. */
  get shows() {
    return Boolean(this._screen?.scenes.length);
  }

  /** The scene that is seen; undefined where there is none. */
  get scene() {
    return this._screen?.scenes[indexAt(this._screen.scenes, this._coach.second)];
  }

  /** Show another reply's screen; null leaves what is there, standing still. */
  show(screen) {
    this._screen = screen;
    for (const each of screen?.scenes ?? []) {
      picture(each.picture, "end");
      if (each.counts === "repetitions") picture(each.picture, "start");
    }
  }

  /** Draw what is seen at this moment. */
  draw() {
    if (!this.shows) return;
    const { scenes } = this._screen;
    const second = this._coach.second;
    const index = indexAt(scenes, second);
    const scene = scenes[index];
    const until = scenes[index + 1]?.at ?? this._coach.exchange.seconds;
    const count = countAt(scene, second);
    this._picture.show(scene.picture, stillness.matches ? "end" : frameAt(scene, second), scene.name);
    this._set("exercise", scene.name);
    this._set("side", scene.words.side ?? "");
    this._set("set", scene.words.set ?? "");
    this._set("next", scene.words.next ?? "");
    this._set("amount", count === null ? "" : (scene.words.amount ?? ""));
    const left = leftAt(this._screen, scene, second);
    this._set("left", left > 0 ? filled(words.stage.left, { time: clock(left) }) : "");
    this._number(count, scene.words.state ?? "");
    if (this._shown.kind !== scene.kind) this._parts.ring.dataset.kind = this._shown.kind = scene.kind;
    this._ring(shareAt(scene, second, until, stillness.matches));
  }

  /** Drawn in steps too small to be seen: each costs a painting, for which the next number would wait. */
  _ring(share) {
    const drawn = Math.round(STEPS * share);
    if (this._shown.ring === drawn) return;
    this._shown.ring = drawn;
    this._parts.done.style.strokeDasharray = `${(100 * drawn) / STEPS} 200`;
    this._parts.done.style.visibility = drawn ? "visible" : "hidden";
  }

  _number(count, state) {
    const shown = count === null ? state : String(count);
    if (this._shown.count === shown) return;
    this._set("count", shown);
    this._parts.count.classList.toggle("words", count === null);
  }

  _set(part, text) {
    if (this._shown[part] === text) return;
    this._shown[part] = text;
    this._parts[part].textContent = text;
  }
}
