/**
 * What is seen at a second of a reply, from the screen's data; as the Echo Show's document works it out.
 *
 * @typedef {{at: number, kind: string, name: string, side: string, picture: string, from?: number, to?: number,
 *   of?: number, done?: number, unit?: number, counts?: string, words: Record<string, string>}} Scene
 */

/** @param {Scene[]} scenes @param {number} second @returns {number} the index of the scene, -1 for none */
export function indexAt(scenes, second) {
  let index = scenes.length - 1;
  while (index > 0 && scenes[index].at > second) index -= 1;
  return index;
}

/** The count that is shown at a second of its scene; null where nothing is counted. */
export function countAt(scene, second) {
  if (scene.from === undefined) return null;
  // Times are rounded to milliseconds: at a count's own second it is that count.
  const moved = Math.floor(Math.max(second - scene.at, 0) / scene.unit + 0.001);
  const way = scene.to - scene.from;
  return scene.from + Math.sign(way) * Math.min(moved, Math.abs(way));
}

/**
 * The share of the ring that is drawn, 0 to 1: of a bout what is over, elsewhere the way to the next scene.
 *
 * @param {number} until second at which the scene is over
 * @param {boolean} steps whether it moves by whole counts alone
 */
export function shareAt(scene, second, until, steps = false) {
  const since = Math.max(second - scene.at, 0);
  if (scene.from === undefined) return scene.kind === "waiting" ? 0 : Math.min(since / Math.max(until - scene.at, 0.1), 1);
  if (scene.kind === "waiting") return scene.done / scene.of;
  const counts = since / scene.unit + 0.001;
  return Math.min((scene.done + (steps ? Math.floor(counts) : counts)) / scene.of, 1);
}

/** Which of the two positions is seen: the end in a hold; there and back in each repetition. */
export function frameAt(scene, second) {
  if (scene.kind !== "counting" || scene.counts !== "repetitions") return "end";
  const part = ((second - scene.at) / scene.unit) % 1;
  return part < 0.5 ? "end" : "start";
}

/**
 * Seconds of the routine that are left: they stand still while it waits, and while something is said that is not of it.
 *
 * @param {{left: number, ahead: number}} screen
 */
export function leftAt(screen, scene, second) {
  return screen.left - (scene.kind === "waiting" ? 0 : Math.max(second - screen.ahead, 0));
}

/** Seconds as "6:50". */
export function clock(seconds) {
  const whole = Math.max(Math.round(seconds), 0);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
