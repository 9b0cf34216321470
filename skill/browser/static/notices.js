/** One line about what is in the way, with a button where something can be done. */

export function notices(element) {
  const [text, button] = [element.querySelector("p"), element.querySelector("button")];
  return {
    say(line, action = null) {
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
  };
}
