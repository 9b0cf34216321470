/**
 * Tells speech from other sounds, frame by frame: where an utterance begins and where it is over.
 *
 * A frame is active where it is well above the floor of the room, which is followed, and above what the coach's
 * own voice may leave in the microphone while it sounds. Speech begins with frames that are active and voiced:
 * with a pitch, as a voice has, and a fan, a cough and a door have not.
 *
 * @typedef {{begin: number, frames: number}} Begun frames of the utterance so far, and the frame it began with
 */

export const FRAME = 0.02;
/** Seconds before the first active frame that belong to an utterance: the "s" of "stop" is soft. */
export const BEFORE = 0.3;
/** Seconds of silence after which an utterance is over. */
export const SILENCE = 0.6;
/** Seconds after which it is over whatever sounds. */
export const LONGEST = 12;

const ABOVE_FLOOR = 9;
const ABOVE_FLOOR_OVER_COACH = 13;
const ABOVE_ECHO = 6;
const SOFTEST = -58;
const VOICED = 0.55;
const LOWEST_PITCH = 70;
const HIGHEST_PITCH = 350;
const PITCH_RATE = 8000;
const KEPT = 20;
const RECENT = 8;
const ACTIVE_OF_RECENT = 4;
const VOICED_OF_RECENT = 2;
const VOICED_IN_ALL = 4;

export class Activity {
  /** @param {number} rate samples a second of the frames */
  constructor(rate) {
    this._rate = rate;
    this._step = Math.max(1, Math.round(rate / PITCH_RATE));
    this._floor = -50;
    this._echo = -30;
    this._previous = null;
    this._recent = [];
    this._speech = null;
    this._count = 0;
  }

  /** Whether an utterance is under way. */
  get speaking() {
    return this._speech !== null;
  }

  /**
   * Take a frame of `FRAME` seconds.
   *
   * @param {Float32Array} frame
   * @param {number} coach how loud the coach sounds, as a root mean square beside full scale; 0 where it does not
   * @returns {{began?: number, ended?: number, dropped?: number} | null} with the frames since an utterance began
   */
  push(frame, coach = 0) {
    const loud = decibels(frame);
    const own = coach > 0 ? 20 * Math.log10(coach) + this._echo : -Infinity;
    const above = coach > 0 ? ABOVE_FLOOR_OVER_COACH : ABOVE_FLOOR;
    const active = loud > Math.max(SOFTEST, this._floor + above, own + ABOVE_ECHO);
    const voiced = active && this._pitch(frame) > VOICED;
    this._previous = frame;
    this._count += 1;
    if (!this._speech) {
      this._follow(loud, active && voiced, coach);
      return this._begins(active, voiced);
    }
    return this._goesOn(active, voiced);
  }

  /** The coach's own voice was taken for somebody's: it comes back louder than was thought. */
  heardOwnVoice() {
    this._echo = Math.min(this._echo + ABOVE_ECHO, 0);
  }

  /** Forget an utterance that is under way. */
  forget() {
    this._speech = null;
    this._recent = [];
  }

  _begins(active, voiced) {
    this._recent.push({ active, voiced, at: this._count });
    if (this._recent.length > KEPT) this._recent.shift();
    const latest = this._recent.slice(-RECENT);
    const sounding = latest.filter((each) => each.active);
    const pitched = latest.filter((each) => each.voiced);
    if (sounding.length < ACTIVE_OF_RECENT || pitched.length < VOICED_OF_RECENT) return null;
    // A whispered "sk" may last a quarter of a second before the first voiced frame.
    const begin = this._recent.find((each) => each.active).at - 1;
    this._speech = { begin, last: this._count, voiced: pitched.length };
    this._recent = [];
    return { began: this._count - begin };
  }

  _goesOn(active, voiced) {
    const speech = this._speech;
    if (active) speech.last = this._count;
    if (voiced) speech.voiced += 1;
    const lasted = this._count - speech.begin;
    if ((this._count - speech.last) * FRAME < SILENCE && lasted * FRAME < LONGEST) return null;
    this._speech = null;
    if (lasted * FRAME >= LONGEST) this._floor += 3;
    return speech.voiced < VOICED_IN_ALL ? { dropped: lasted } : { ended: lasted };
  }

  /** The room's floor falls fast and rises slowly; faster with what has no pitch. */
  _follow(loud, voice, coach) {
    if (coach > 0) {
      const echo = loud - 20 * Math.log10(coach);
      this._echo += (echo - this._echo) * (echo > this._echo ? 0.03 : 0.002);
    }
    if (loud < this._floor) this._floor += (loud - this._floor) * 0.3;
    else this._floor += Math.min(loud - this._floor, voice || coach > 0 ? 0.02 : 0.12);
    this._floor = Math.max(this._floor, -90);
  }

  /** How much a frame repeats itself within a pitch's period, 0 to 1. */
  _pitch(frame) {
    const before = this._previous ?? new Float32Array(frame.length);
    const samples = thinned([before, frame], this._step);
    const rate = this._rate / this._step;
    const shortest = Math.round(rate / HIGHEST_PITCH);
    const longest = Math.min(Math.round(rate / LOWEST_PITCH), samples.length >> 1);
    let best = 0;
    for (let lag = shortest; lag <= longest; lag += 1) {
      let product = 0;
      let one = 1e-9;
      let other = 1e-9;
      for (let at = lag; at < samples.length; at += 1) {
        product += samples[at] * samples[at - lag];
        one += samples[at] ** 2;
        other += samples[at - lag] ** 2;
      }
      best = Math.max(best, product / Math.sqrt(one * other));
    }
    return best;
  }
}

/** A frame's loudness in decibels beside full scale, without what is too low to be heard. */
export function decibels(frame) {
  let sum = 0;
  let mean = 0;
  for (const sample of frame) mean += sample;
  mean /= frame.length;
  for (const sample of frame) sum += (sample - mean) ** 2;
  return 10 * Math.log10(sum / frame.length + 1e-10);
}

function thinned(frames, step) {
  const all = frames.flatMap((frame) => [...frame]);
  const samples = new Float32Array(Math.floor(all.length / step));
  for (let at = 0; at < samples.length; at += 1) {
    let sum = 0;
    for (let inner = 0; inner < step; inner += 1) sum += all[at * step + inner];
    samples[at] = sum / step;
  }
  const mean = samples.reduce((sum, each) => sum + each, 0) / samples.length;
  return samples.map((each) => each - mean);
}
