/** What is offered before anything is said: to go on where a routine was left, else to open the coach. */
import { copyOf, picture } from "./pictures.js";
import { filled, words } from "../words.js";

export class Welcome {
  /**
   * @param {HTMLElement} element
   * @param {import("./server.js").Server} server
   */
  constructor(element, server) {
    this._element = element;
    this._server = server;
  }

  async illustrate() {
    const drawn = await picture("toes-on-wall.standard.right");
    if (drawn) this._element.querySelector(".welcome-picture").replaceChildren(copyOf(drawn));
  }

  /** Offer the place that was left; where nobody tells of one, the coach itself does so once it is opened. */
  async offerPlace() {
    const left = await this._server.view("place").catch(() => null);
    if (left?.exercise) this._offer([left.exercise, left.side].filter(Boolean).join(", "));
  }

  _offer(place) {
    const { left, go_on: goOn, start } = words.welcome;
    const find = (selector) => this._element.querySelector(selector);
    find("h2").textContent = left;
    find(".main").textContent = filled(goOn.label, { place });
    find(".main").dataset.say = goOn.say;
    find(".offers li").before(opening(start));
  }
}

function opening(label) {
  const [item, button] = [document.createElement("li"), document.createElement("button")];
  button.type = "button";
  button.dataset.say = words.welcome.say;
  button.textContent = label;
  item.append(button);
  return item;
}
