/** One line about what is in the way, with a button where something can be done. */

export function notices(element) {
  const [text, button] = [element.querySelector("p"), element.querySelector("button")];
  let stays = false;
  return {
    /** @param {boolean} lasts whether it stays until it is taken away; else it goes with what is said next */
    say(line, { action = null, lasts = false } = {}) {
      stays = lasts;
      text.textContent = line;
      button.hidden = !action;
      if (action) {
        button.textContent = action.label;
        button.onclick = action.press;
      }
      element.hidden = false;
    },
    /** Take a line away, if it is the one that is shown. */
    clear(line) {
      if (text.textContent === line) element.hidden = true;
    },
    /** Something has been said or pressed: what only told something is done with. */
    pass() {
      if (!stays) element.hidden = true;
    },
  };
}
