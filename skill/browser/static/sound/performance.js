/**
 * Performs the tree of a reply on an audio context: texts one after the other or at once, silences between.
 *
 * Every text is put on the audio clock as soon as its sound and those before it are here, so that no busy page
 * can make it late. Where a sound is not here when its time comes, the whole context waits for it: all that
 * follows is shifted together, and counts stay exact to each other.
 *
 * @typedef {{say: string, at: number, lasts: number, counts: boolean, sound: string | null}} Text
 * @typedef {Text | {silence: number} | {in_turn: Node[]} | {at_once: Node[]}} Node
 * @typedef {{say: string, at: number, counts: boolean, begins: number, ends: number}} Begun
 */
import { moment } from "./moments.js";

/** Seconds ahead of a text at which its sound must be here. */
const MARGIN = 0.15;
/** Seconds from now to the beginning of a reply. */
const LEAD = 0.06;

export class Performance {
  /**
   * @param {BaseAudioContext} context
   * @param {AudioNode} output
   * @param {import("./sounds.js").Sounds} sounds
   * @param {{suspend: () => Promise<void>, resume: () => Promise<void>}} clock stops and starts the context
   */
  constructor(context, output, sounds, clock) {
    this._context = context;
    this._output = output;
    this._sounds = sounds;
    this._clock = clock;
    this._sources = new Set();
    this._stopped = false;
    /** @type {Begun[]} in order of time */
    this.texts = [];
    /** Second of the context at which it begins, and is over; null until that is known. */
    this.begins = null;
    this.ends = null;
    /** Kept when all of it is on the clock, with the second at which it is over. */
    this.placed = new Promise((resolve) => (this._place = resolve));
  }

  /**
   * Put everything on the clock.
   *
   * @param {Node | null} node
   * @param {number} notBefore second of the context
   */
  async perform(node, notBefore = 0) {
    const first = firstText(node);
    if (first?.sound) await this._sounds.get(first.sound);
    if (this._stopped) return;
    this.begins = Math.max(this._context.currentTime + LEAD, notBefore);
    const ends = await this._walk(node, this.begins);
    if (this._stopped) return;
    this.ends = ends;
    this._place(ends);
  }

  /** Fall silent for good. */
  stop() {
    this._stopped = true;
    for (const source of this._sources) {
      source.onended = null;
      source.stop();
      source.disconnect();
    }
    this._sources.clear();
  }

  /**
   * The planned second of the reply that sounds at a second of the context.
   *
   * By the text that began last. Where it takes longer than was planned, the plan stands still at the next one.
   */
  plannedAt(time) {
    if (this.begins === null || time < this.begins) return 0;
    let index = this.texts.length - 1;
    while (index >= 0 && this.texts[index].begins > time) index -= 1;
    if (index < 0) return time - this.begins;
    const text = this.texts[index];
    const next = this.texts[index + 1];
    const planned = text.at + (time - text.begins);
    return next ? Math.min(planned, next.at) : planned;
  }

  /** The text that began last before a second of the context; undefined before the first. */
  textAt(time) {
    return this.texts.findLast((each) => each.begins <= time);
  }

  async _walk(node, from) {
    if (!node || this._stopped) return from;
    if (node.silence !== undefined) return from + node.silence / 1000;
    if (node.in_turn) {
      let at = from;
      for (const each of node.in_turn) at = await this._walk(each, at);
      return at;
    }
    if (node.at_once) {
      let end = from;
      for (const each of node.at_once) end = Math.max(end, await this._walk(each, from));
      return end;
    }
    return this._say(node, from);
  }

  async _say(text, wanted) {
    let buffer = null;
    if (text.sound) buffer = this._sounds.ready(text.sound) ?? (await this._inTime(text.sound, wanted));
    if (this._stopped) return wanted;
    const at = buffer ? Math.max(wanted, this._context.currentTime) : wanted;
    const ends = at + (buffer ? buffer.duration : text.lasts);
    this._note({ say: text.say, at: text.at, counts: text.counts, begins: at, ends });
    if (buffer) this._start(buffer, at);
    return ends;
  }

  /** The sound; from shortly before its time on, the clock stands still until it is here. */
  async _inTime(address, at) {
    const coming = this._sounds.get(address);
    const { reached, cancel } = moment(this._context, at - MARGIN);
    const late = Symbol("late");
    const first = await Promise.race([coming, reached.then(() => late)]);
    if (first !== late) {
      cancel();
      return first;
    }
    if (this._stopped) return null;
    await this._clock.suspend();
    try {
      return await coming;
    } finally {
      await this._clock.resume();
    }
  }

  _start(buffer, at) {
    const source = new AudioBufferSourceNode(this._context, { buffer });
    source.connect(this._output);
    source.onended = () => {
      source.disconnect();
      this._sources.delete(source);
    };
    source.start(at);
    this._sources.add(source);
  }

  _note(begun) {
    let index = this.texts.length;
    while (index > 0 && this.texts[index - 1].begins > begun.begins) index -= 1;
    this.texts.splice(index, 0, begun);
  }
}

function firstText(node) {
  if (!node || node.silence !== undefined) return null;
  if (node.say !== undefined) return node;
  for (const each of node.in_turn ?? node.at_once) {
    const found = firstText(each);
    if (found) return found;
  }
  return null;
}
