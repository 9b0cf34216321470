/**
 * The device: says what the runner says or presses, performs what comes back, and lets it go on by itself.
 *
 * It tells of itself by events: "asked" (a turn sets out) and "answered", "reply" (an exchange begins), "silent" (its sound is over), "ended" (the session
 * is), "trouble" and "well" (the server is out of reach, or there again), "again" (it was started again).
 */
import { GoneError, NoKeyError, UnreachableError } from "./server.js";

/** Milliseconds between two words about where the sound is. */
const BEAT = 5_000;
/** Seconds behind the last sound, in which it is over for the ear too. */
const A_BIT = 0.02;
const RETRY = [500, 1_000, 2_000, 4_000, 8_000];

export class Coach extends EventTarget {
  /**
   * @param {import("./server.js").Server} server
   * @param {import("../sound/player.js").Player} player
   */
  constructor(server, player) {
    super();
    this._server = server;
    this._player = player;
    this._turns = Promise.resolve();
    this._number = 0;
    this._pending = null;
    /** The exchange that sounds, or sounded last. */
    this.exchange = null;
    this.open = false;
    /** The button that the present exchange answers; "" where something else does. */
    this.pressed = "";
    /** Turns that are on their way. */
    this.asking = 0;
    this._held = false;
    setInterval(() => this._beat(), BEAT);
  }

  /** Say words, at the moment at which they are said. */
  say(words, heard = this.heard()) {
    return this._turn((number) => this._server.say(words, heard, number));
  }

  /** Press a button of the screen: "pause", "resume", "next", "back" or "repeat". */
  touch(word, heard = this.heard()) {
    return this._turn((number) => this._server.touch(word, heard, number), word);
  }

  /** Give the ears a sound. @returns what they heard and what came of it; the sound goes on unless an answer came */
  hear(file, heard) {
    return this._heardBy(() => this._server.hear(file, heard));
  }

  /** Tell words that the browser has overheard; as `hear`. */
  overhear(said, heard) {
    return this._heardBy(() => this._server.overhear(said, heard));
  }

  /** Somebody speaks: until `letGo` the device's clock is not told to go on, for they are to be placed. */
  hold() {
    this._held = true;
  }

  letGo() {
    this._held = false;
  }

  /** How much has sounded of which reply, as the server wants to know it. */
  heard(time = this._player.heardNow) {
    const { exchange } = this;
    const performance = this._player.performance;
    if (!exchange) return { reply: 0, heard: 0, silent: 0 };
    if (!performance) return { reply: exchange.reply, heard: exchange.seconds, silent: 0 };
    const over = performance.ends !== null && time >= performance.ends;
    if (over) return { reply: exchange.reply, heard: exchange.seconds, silent: round(time - performance.ends) };
    return { reply: exchange.reply, heard: round(performance.plannedAt(time)), silent: 0 };
  }

  /** The planned second that is heard now. */
  get second() {
    const performance = this._player.performance;
    if (!this.exchange || !performance) return 0;
    if (performance.ends !== null && this._player.heardNow >= performance.ends) return this.exchange.seconds;
    return performance.plannedAt(this._player.heardNow);
  }

  /** The server has made a new device for this tab: its replies begin anew. */
  entered() {
    this._pending?.cancel();
    this._player.stop();
    this.exchange = null;
    this.open = false;
  }

  /** The page goes away. */
  leave() {
    if (this.open || this._player.sounding) this._server.leave(this.heard());
  }

  /** One turn after the other; while it is on its way the sound stands still, and goes on if nothing came. */
  _turn(send, pressed = "") {
    const number = (this._number += 1);
    this.asking += 1;
    this._tell("asked");
    const turn = this._turns.then(async () => {
      await this._player.stand("turn");
      try {
        const exchange = await this._sure(() => send(number));
        this.pressed = pressed;
        this._take(exchange);
      } catch (error) {
        this._failed(error);
      } finally {
        this.asking -= 1;
        this._tell("answered");
        await this._player.goOn("turn");
      }
    });
    this._turns = turn.catch(() => {});
    return turn;
  }

  _heardBy(send) {
    const turn = this._turns.then(send);
    this._turns = turn.then(
      (answer) => {
        if (answer.exchange) this.pressed = "";
        this._take(answer.exchange);
      },
      (error) => this._failed(error),
    );
    return this._turns.then(() => turn);
  }

  async _sure(send) {
    for (const pause of [...RETRY, null]) {
      try {
        const answer = await send();
        this._tell("well");
        return answer;
      } catch (error) {
        if (!(error instanceof UnreachableError) || pause === null) throw error;
        this._tell("trouble");
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  _take(exchange, notBefore = 0) {
    if (!exchange || (this.exchange && exchange.reply <= this.exchange.reply)) return;
    this.exchange = exchange;
    this.open = exchange.open;
    this._pending?.cancel();
    const performance = this._player.perform(exchange.speech, notBefore);
    this._tell("reply");
    performance.placed.then((ends) => this._whenOver(exchange, ends));
  }

  async _whenOver(exchange, ends) {
    this._pending = this._player.at(ends + this._player.latency + A_BIT);
    await this._pending.reached;
    if (this.exchange !== exchange) return;
    this._tell("silent");
    if (exchange.due === null) {
      this._tell("ended");
      return;
    }
    const rest = Math.max(exchange.due - exchange.seconds, 0);
    const goesOn = !exchange.microphone;
    if (!goesOn) {
      this._pending = this._player.at(ends + rest);
      await this._pending.reached;
      if (this.exchange !== exchange) return;
    }
    await this._comes(exchange, rest, goesOn ? ends + rest : 0);
  }

  /** Ask for what comes by itself; the next part is asked for in the rest before it, and fetched meanwhile. */
  async _comes(exchange, rest, notBefore) {
    const heard = { reply: exchange.reply, heard: exchange.seconds, silent: rest };
    try {
      const come = await this._sure(() => this._server.wait(heard));
      if (this.exchange !== exchange) return;
      this.open = come.open;
      this.pressed = "";
      if (come.exchange) this._take(come.exchange, notBefore);
      else this._tell("ended");
    } catch (error) {
      this._failed(error);
    }
  }

  /** The server was started again, or is out of reach: what was sounding goes on as far as it is here. */
  _failed(error) {
    if (error instanceof GoneError) this._tell("again");
    else if (error instanceof NoKeyError) this._tell("locked");
    else if (error instanceof UnreachableError) this._tell("trouble");
    else throw error;
  }

  /** Tell where the sound is, so that a page that is lost has lost no more than some seconds. */
  _beat() {
    if (this._held || !this._player.sounding || this._player.context.state !== "running") return;
    this._server.wait(this.heard()).catch((error) => {
      if (error instanceof GoneError) this._failed(error);
    });
  }

  _tell(kind) {
    this.dispatchEvent(new Event(kind));
  }
}

function round(seconds) {
  return Math.round(Math.max(seconds, 0) * 1000) / 1000;
}
