/** Cuts what the microphone hears into utterances: by the voice alone, or from a press to its release. */
import { Activity, BEFORE, FRAME, LONGEST } from "./activity.js";

/** Seconds that are kept of what was heard before. */
const KEPT = LONGEST + 2;
/** Seconds after a release that still belong to what was said. */
const AFTER = 0.25;

/**
 * @typedef {{frames: Float32Array[], rate: number, time: number, lasted: number}} Utterance its sound, and the
 *   second of the player's clock at which its first word began
 */

export class Utterances {
  /**
   * @param {{now: () => number, coach: () => number}} clock the player's second that is heard now, and how loud
   *   it is
   * @param {{began: () => void, ended: (utterance: Utterance) => void, dropped: () => void}} on
   */
  constructor(clock, on) {
    this._clock = clock;
    this._on = on;
    this._activity = null;
    this._frames = [];
    this._held = null;
  }

  /** Begin anew, with frames of that rate. */
  begin(rate) {
    this._rate = rate;
    this._activity = new Activity(rate);
    this._frames = [];
    this._held = null;
  }

  /** What was sent was the coach's own voice. */
  heardOwnVoice() {
    this._activity?.heardOwnVoice();
  }

  /** From now on everything belongs to one utterance, until `release`. */
  hold() {
    this._activity?.forget();
    this._held = { time: this._clock.now(), frames: Math.round(BEFORE / FRAME), first: null, left: Infinity };
  }

  /** The utterance that is held is over in a moment. */
  release() {
    if (this._held) this._held.left = Math.round(AFTER / FRAME);
  }

  /** Take a frame that was over so many seconds ago. */
  push(frame, age) {
    this._frames.push(frame);
    if (this._frames.length > KEPT / FRAME) this._frames.shift();
    const said = this._activity.push(frame, this._clock.coach());
    if (this._held) this._hold(said, age);
    else if (said?.began) this._begin(said.began, age);
    else if (said?.ended) this._end(said.ended + Math.round(BEFORE / FRAME), this._began);
    else if (said?.dropped) this._on.dropped();
  }

  _begin(frames, age) {
    this._began = this._clock.now() - age - frames * FRAME;
    this._on.began();
  }

  _hold(said, age) {
    const held = this._held;
    held.frames += 1;
    held.left -= 1;
    if (said?.began) held.first ??= this._clock.now() - age - said.began * FRAME;
    if (held.left > 0 && held.frames * FRAME < LONGEST) return;
    this._held = null;
    this._activity.forget();
    this._end(held.frames, Math.max(held.first ?? held.time, held.time - BEFORE));
  }

  _end(count, time) {
    const frames = this._frames.slice(-count);
    this._on.ended({ frames, rate: this._rate, time, lasted: frames.length * FRAME });
  }
}
