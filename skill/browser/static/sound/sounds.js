/** The sounds of texts: fetched in the order in which they are needed, a few at a time, and kept decoded. */

const AT_ONCE = 3;
const TRIES = 4;
const KEPT = 400;
const FIRST_PAUSE = 400;

export class Sounds {
  /**
   * @param {BaseAudioContext} context decodes
   * @param {(address: string, signal: AbortSignal) => Promise<ArrayBuffer>} fetched
   */
  constructor(context, fetched) {
    this._context = context;
    this._fetched = fetched;
    /** @type {Map<string, AudioBuffer>} */
    this._kept = new Map();
    /** @type {Map<string, Promise<AudioBuffer | null>>} */
    this._coming = new Map();
    /** @type {{address: string, begin: () => void}[]} */
    this._queue = [];
    this._running = 0;
  }

  /** What will be needed, soonest first; goes before everything that was wanted earlier. */
  want(addresses) {
    const fresh = [...new Set(addresses)].filter((each) => !this._kept.has(each));
    const waiting = new Map(this._queue.map((each) => [each.address, each]));
    this._queue = this._queue.filter((each) => !fresh.includes(each.address));
    const front = [];
    for (const address of fresh) {
      if (waiting.has(address)) front.push(waiting.get(address));
      else if (!this._coming.has(address)) front.push(this._asked(address));
    }
    this._queue.unshift(...front);
    this._next();
  }

  /** The sound if it is here already. */
  ready(address) {
    return this._kept.get(address);
  }

  /** The sound; null where it cannot be had, after some tries. */
  get(address) {
    const kept = this._kept.get(address);
    if (kept) return Promise.resolve(kept);
    this.want([address]);
    return this._coming.get(address);
  }

  _asked(address) {
    let begin = () => {};
    const started = new Promise((resolve) => (begin = resolve));
    const coming = started.then(() => this._load(address));
    this._coming.set(address, coming);
    return { address, begin };
  }

  _next() {
    while (this._running < AT_ONCE && this._queue.length) {
      const { address, begin } = this._queue.shift();
      this._running += 1;
      begin();
      this._coming.get(address).finally(() => {
        this._running -= 1;
        this._coming.delete(address);
        this._next();
      });
    }
  }

  async _load(address) {
    for (let tried = 1; ; tried += 1) {
      try {
        const bytes = await this._fetched(address, AbortSignal.timeout(15_000));
        const buffer = await this._context.decodeAudioData(bytes);
        this._keep(address, buffer);
        return buffer;
      } catch (error) {
        if (tried === TRIES || error.name === "RefusedError") return null;
        await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE * 2 ** tried));
      }
    }
  }

  _keep(address, buffer) {
    this._kept.set(address, buffer);
    for (const old of this._kept.keys()) {
      if (this._kept.size <= KEPT) break;
      this._kept.delete(old);
    }
  }
}

/** The addresses of a tree of speech, in the order in which they sound. */
export function addressesOf(node) {
  const found = [];
  const walk = (each) => {
    if (each?.sound) found.push([each.at, each.sound]);
    for (const inner of each?.in_turn ?? each?.at_once ?? []) walk(inner);
  };
  walk(node);
  return found.sort((one, other) => one[0] - other[0]).map((each) => each[1]);
}
