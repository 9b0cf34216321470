/**
 * Listening: to one utterance at a press, or to whoever speaks while the page is open.
 *
 * What sounds is quiet while somebody speaks, as on an Echo, and goes on: it stops only for an answer. Words
 * are placed at the moment at which they began, however long it takes to make them out.
 *
 * It tells of itself by the event "change"; see `state`, `ears`, `trouble` and `note`.
 */
import { Microphone, MicrophoneError } from "./microphone.js";
import { BrowserEars, hasRecognition } from "./recognition.js";
import { speechFile } from "./speech_file.js";
import { Utterances } from "./utterances.js";

/** The ears there may be, those that keep every sound in the house first. */
export const EARS = ["here", "browser", "none"];
/** Seconds that a tap waits for the first word. */
const PATIENCE = 8;
/** Milliseconds of a press that is no tap. */
const HELD = 350;

export class Listening extends EventTarget {
  /**
   * @param {import("../coach/coach.js").Coach} coach
   * @param {import("../sound/player.js").Player} player
   * @param {{ears: string, locale: string}} about what the server says of itself
   */
  constructor(coach, player, about) {
    super();
    this._coach = coach;
    this._player = player;
    this._meter = new AnalyserNode(player.context, { fftSize: 1024 });
    this._meter.smoothingTimeConstant = 0;
    player.output.connect(this._meter);
    this._loud = new Float32Array(this._meter.fftSize);
    this.choices = EARS.filter((each) => each === "none" || (each === "here" ? about.ears : hasRecognition));
    this.ears = this.choices[0];
    this.always = false;
    /** "idle", "listening" (to what comes), "hearing" (somebody speaks) or "understanding". */
    this.state = "idle";
    /** Why there is no listening, or what became of the words heard last; "" for nothing to say. */
    this.trouble = "";
    this.note = null;
    this.device = "";
    this._once = null;
    this._sending = 0;
    const clock = { now: () => player.heardNow, coach: () => this._loudness() };
    this._utterances = new Utterances(clock, {
      began: () => this._began(),
      ended: (utterance) => this._ended(utterance),
      dropped: () => this._dropped(),
    });
    this._microphone = new Microphone(
      (frame, age) => this._utterances.push(frame, age),
      (error) => this._lost(error),
    );
    this._browser = hasRecognition ? this._browserEars(about.locale) : null;
  }

  /** Choose ears: one of `choices`. */
  async choose(ears) {
    this._stop();
    this.ears = ears;
    this.trouble = "";
    if (this.always) await this.listenAlways(true);
    this._tell();
  }

  /** Something else was said or pressed: what was told of the listening is done with. */
  forget() {
    this.trouble = "";
    if (this.note?.ignored) this.note = null;
    this._tell();
  }

  /** Choose one of several microphones by its id. */
  async chooseDevice(device) {
    this.device = device;
    this._stop();
    if (this.always) await this.listenAlways(true);
  }

  /** Listen to whoever speaks, or no longer. */
  async listenAlways(always) {
    this.always = always && this.ears !== "none";
    if (!this.always) this._stop();
    else if (this.ears === "browser") this._browser.start(true);
    else await this._open();
    this._rest();
  }

  /** The button or the space bar is pressed. */
  async press() {
    if (this.ears === "none" || this._pressed) return;
    this._pressed = performance.now();
    if (this._once) return this.state === "hearing" ? undefined : this._giveUp();
    await this._player.wake();
    if (this.ears === "browser") {
      this._meant = true;
      this._browser.start(false);
    } else if (await this._open()) {
      this._once = { timer: 0, tapped: false };
      this._utterances.hold();
      if (!this._pressed) this._tapped();
    } else return;
    this._be("listening");
    this._player.duck();
  }

  /** It is released: what was said is over, or, after a tap, begins. */
  release() {
    const held = this._pressed && performance.now() - this._pressed >= HELD;
    this._pressed = 0;
    if (this.ears === "browser") return held && this._browser.stop();
    if (!this._once) return undefined;
    if (held || this._once.tapped) this._utterances.release();
    else this._tapped();
    return undefined;
  }

  /** After a tap the voice alone says when it begins and ends. */
  _tapped() {
    this._once.tapped = true;
    this._waitForWords();
    this._utterances.begin(this._microphone.rate);
  }

  async _open() {
    try {
      if (!this._microphone.isOpen) {
        await this._microphone.open(this.device);
        this._utterances.begin(this._microphone.rate);
      }
      this.trouble = "";
      return true;
    } catch (error) {
      if (!(error instanceof MicrophoneError)) throw error;
      this._pressed = 0;
      this._lost(error);
      return false;
    }
  }

  _began() {
    clearTimeout(this._once?.timer);
    this._player.duck();
    this._coach.hold();
    this._be("hearing");
  }

  async _ended({ frames, rate, time, lasted }) {
    const meant = this._once !== null;
    this._endOnce();
    const heard = this._coach.heard(time);
    this._sending += 1;
    this._be("understanding");
    try {
      const file = await speechFile(frames, rate);
      const answer = await this._coach.hear(file, { ...heard, meant, lasted });
      if (answer.ignored === "own voice") this._utterances.heardOwnVoice();
      this.note = { said: answer.said, ignored: answer.ignored, meant };
    } catch {
      this.note = { said: "", ignored: "unreachable", meant };
    }
    this._sending -= 1;
    this._over();
  }

  _waitForWords() {
    this._once.timer = setTimeout(() => this._giveUp(), PATIENCE * 1000);
  }

  /** It was no speech: after a tap there is still somebody to speak. */
  _dropped() {
    this._over();
    if (!this._once) return;
    this._waitForWords();
    this._be("listening");
  }

  /** Nobody spoke after a tap. */
  _giveUp() {
    this._endOnce();
    this.note = { said: "", ignored: "nothing", meant: true };
    this._over();
  }

  _endOnce() {
    clearTimeout(this._once?.timer);
    this._once = null;
    if (!this.always) this._microphone.close();
  }

  _over() {
    this._coach.letGo();
    this._player.unduck();
    this._rest();
  }

  _lost(error) {
    this.trouble = error.reason;
    this.always = false;
    clearTimeout(this._once?.timer);
    this._once = null;
    this._over();
  }

  _stop() {
    this._microphone.close();
    this._browser?.stop();
    clearTimeout(this._once?.timer);
    this._once = null;
  }

  _browserEars(locale) {
    return new BrowserEars(locale, {
      began: () => {
        this._heardAt = this._player.heardNow;
        this._began();
      },
      words: (said) => this._words(said),
      nothing: () => this._over(),
      failed: (reason) => this._browserFailed(reason),
    });
  }

  async _words(said) {
    const meant = this._meant;
    this._meant = false;
    const heard = this._coach.heard(this._heardAt ?? this._player.heardNow);
    this.note = { said, ignored: "", meant };
    if (meant) await this._coach.say(said, heard);
    else this.note.ignored = (await this._coach.overhear(said, heard)).ignored;
    this._over();
  }

  /** The browser's ears are of no use here: take the next ones, and go on. */
  async _browserFailed(reason) {
    this._meant = false;
    const others = this.choices.filter((each) => each !== "browser");
    if (reason !== "away") return this._lost(new MicrophoneError(reason));
    this.choices = others;
    await this.choose(others[0]);
    this.trouble = "away";
    return this._tell();
  }

  /** How loud the coach sounds now, 0 to 1. */
  _loudness() {
    if (!this._player.sounding || this._player.context.state !== "running") return 0;
    this._meter.getFloatTimeDomainData(this._loud);
    let sum = 0;
    for (const sample of this._loud) sum += sample * sample;
    return Math.sqrt(sum / this._loud.length);
  }

  _rest() {
    if (this._sending) return this._be("understanding");
    return this._be(this.always && !this.trouble ? "listening" : "idle");
  }

  _be(state) {
    this.state = state;
    this._tell();
  }

  _tell() {
    this.dispatchEvent(new Event("change"));
  }
}
