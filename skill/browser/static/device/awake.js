/** Keeps the screen on while a routine sounds. */

export function keepAwake(coach, player) {
  let lock = null;
  let wanted = false;

  async function hold() {
    wanted = player.sounding;
    if (!wanted) {
      await lock?.release();
      lock = null;
    } else if (!lock && document.visibilityState === "visible" && navigator.wakeLock) {
      try {
        lock = await navigator.wakeLock.request("screen");
        lock.addEventListener("release", () => (lock = null));
      } catch {
        lock = null; // the battery is low, or the page was hidden meanwhile
      }
    }
  }

  for (const kind of ["reply", "silent", "ended"]) coach.addEventListener(kind, hold);
  document.addEventListener("visibilitychange", hold);
}
