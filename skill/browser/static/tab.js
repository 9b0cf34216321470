/** This tab's name: kept through a reload, and another one in each tab, also in one that was duplicated. */

function made() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
}

/** @returns {Promise<string>} */
export async function tabName() {
  let name = null;
  try {
    name = sessionStorage.getItem("tab");
  } catch {
    return made();
  }
  if (!name || !(await isFree(name))) {
    name = made();
    await isFree(name);
    sessionStorage.setItem("tab", name);
  }
  return name;
}

/** Whether no other tab has the name; it is held as long as the page is there. Without locks, over plain http, it is. */
function isFree(name) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(`tab ${name}`, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock));
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}
