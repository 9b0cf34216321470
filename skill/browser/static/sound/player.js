/** The page's voice: one audio context, one reply at a time, and a clock that stands still with the sound. */
import { Performance } from "./performance.js";
import { moment } from "./moments.js";
import { Sounds, addressesOf } from "./sounds.js";

const DUCKED = 0.15;
const FADE = 0.03;

export class Player {
  /** @param {(address: string, signal: AbortSignal) => Promise<ArrayBuffer>} fetched */
  constructor(fetched) {
    this.context = new AudioContext({ latencyHint: "interactive" });
    this.output = new GainNode(this.context);
    this.output.connect(this.context.destination);
    this.sounds = new Sounds(this.context, fetched);
    /** @type {Performance | null} */
    this.performance = null;
    this._standing = new Set();
    this._volume = 1;
  }

  /** Begin to be heard; browsers want a press of the user's for that. */
  async wake() {
    if (!this._standing.size && this.context.state !== "running") await this.context.resume();
  }

  /** Fetch what a reply will say. */
  prepare(speech) {
    this.sounds.want(addressesOf(speech));
  }

  /**
   * Perform a reply in place of what sounds.
   *
   * @param {import("./performance.js").Node | null} speech
   * @param {number} notBefore second of the context at which it may begin
   */
  perform(speech, notBefore = 0) {
    this.stop();
    this.prepare(speech);
    const clock = { suspend: () => this.stand("sound"), resume: () => this.goOn("sound") };
    this.performance = new Performance(this.context, this.output, this.sounds, clock);
    this.performance.perform(speech, notBefore);
    return this.performance;
  }

  /** Fall silent. */
  stop() {
    this.performance?.stop();
    this.performance = null;
  }

  /** Let the clock stand still for a reason; it goes on when no reason is left. */
  async stand(reason) {
    this._standing.add(reason);
    await this.context.suspend();
  }

  /** Let the clock go on, as far as this reason is concerned. */
  async goOn(reason) {
    this._standing.delete(reason);
    if (!this._standing.size) await this.context.resume();
  }

  /** Whether the device holds the sound though nothing here wants it to stand still. */
  get held() {
    return this.context.state !== "running" && !this._standing.size && this.performance !== null;
  }

  /** A promise kept at a second of the audio clock. */
  at(time) {
    return moment(this.context, time);
  }

  /** The second of the context that is heard now: what is on its way to the ear has not sounded. */
  get heardNow() {
    return this.context.currentTime - this.latency;
  }

  /** Seconds from the context to the ear, as far as the browser knows them. */
  get latency() {
    return this.context.outputLatency || this.context.baseLatency || 0;
  }

  /** Whether a reply is sounding. */
  get sounding() {
    const performance = this.performance;
    return Boolean(performance) && (performance.ends === null || this.heardNow < performance.ends);
  }

  /** Be quiet while somebody speaks over it, as an Echo does. */
  duck() {
    this._fade(DUCKED * this._volume);
  }

  /** Be as loud as before. */
  unduck() {
    this._fade(this._volume);
  }

  /** @param {number} volume 0 to 1 */
  set volume(volume) {
    this._volume = volume;
    this._fade(volume);
  }

  get volume() {
    return this._volume;
  }

  _fade(to) {
    this.output.gain.setTargetAtTime(to, this.context.currentTime, FADE);
  }
}
