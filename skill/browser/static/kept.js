/** What this browser keeps of the page's own settings; where it keeps nothing, they last as long as the page. */

/** @returns {string | null} */
export function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string | null} value null forgets it */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // private windows of some browsers keep nothing
  }
}
