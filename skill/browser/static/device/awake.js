/** Keeps the screen on while a routine sounds. */

export function keepAwake(coach, player) {
  let lock = null;
  let turns = Promise.resolve();

  /** One after the other: a lock that is asked for twice at once would be given back once. */
  function follow() {
    turns = turns.then(hold);
  }

  async function hold() {
    if (!player.sounding) {
      await lock?.release();
      lock = null;
    } else if (!lock && document.visibilityState === "visible" && navigator.wakeLock) {
      try {
        const taken = await navigator.wakeLock.request("screen");
        taken.addEventListener("release", () => {
          if (lock === taken) lock = null;
        });
        lock = taken;
      } catch {
        lock = null; // the battery is low, or the page was hidden meanwhile
      }
    }
  }

  for (const kind of ["reply", "silent", "ended"]) coach.addEventListener(kind, follow);
  document.addEventListener("visibilitychange", follow);
}
