/** The page's server: what is said goes there, and what is performed and shown comes back. */

/** The server does not know this tab (any more): it was started again. */
export class GoneError extends Error {}
/** This browser has no key. */
export class NoKeyError extends Error {}
/** Nobody answered, or the answer was none. */
export class UnreachableError extends Error {}
/** The server will not, however often it is asked. */
export class RefusedError extends Error {
  name = "RefusedError";
}

const SECONDS = 12;

export class Server {
  /** @param {string} tab names this tab */
  constructor(tab) {
    this._headers = { "Foot-Coach-Tab": tab };
  }

  /** Come in. @param {object} told the key of a link, and where a reply was whose server is gone */
  enter(told) {
    return this._post("/enter", told);
  }

  /** Say words; a turn that is sent again has the same number, and is not done twice. @returns {Promise<object>} an exchange */
  say(said, heard, turn) {
    return this._post("/say", { said, turn, ...heard });
  }

  /** Press something on the screen. @returns {Promise<object>} an exchange */
  touch(word, heard, turn) {
    return this._post("/touch", { arguments: [word], turn, ...heard });
  }

  /** Send what a microphone heard. @returns {Promise<{said: string, ignored: string, exchange: object | null}>} */
  async hear(file, moment) {
    const headers = { "Content-Type": "audio/wav" };
    const signal = AbortSignal.timeout(SECONDS * 1000);
    const path = `/hear?${new URLSearchParams(moment)}`;
    return (await this._fetch(path, { method: "POST", headers, body: file, signal })).json();
  }

  /** Tell words that were overheard; as `hear`. */
  overhear(said, heard) {
    return this._post("/overhear", { said, ...heard });
  }

  /** Tell where the sound is. @returns {Promise<{exchange: object | null, open: boolean}>} */
  wait(heard) {
    return this._post("/wait", heard);
  }

  /** Tell that the page goes away; nobody waits for an answer. */
  leave(heard) {
    this._post("/leave", heard, { keepalive: true }).catch(() => {});
  }

  /** @returns {Promise<any>} what a view shows */
  view(name) {
    return this._fetch(`/views/${name}`, {}).then((answer) => answer.json());
  }

  /** @returns {Promise<ArrayBuffer>} a sound */
  async sound(address, signal) {
    return (await this._fetch(address, { signal })).arrayBuffer();
  }

  async _post(path, told, options = {}) {
    const headers = { "Content-Type": "application/json" };
    const answer = await this._fetch(path, {
      method: "POST",
      headers,
      body: JSON.stringify(told),
      signal: AbortSignal.timeout(SECONDS * 1000),
      ...options,
    });
    return answer.json();
  }

  async _fetch(path, options) {
    let answer;
    try {
      answer = await fetch(path, { ...options, headers: { ...this._headers, ...options.headers } });
    } catch (error) {
      throw new UnreachableError(String(error));
    }
    if (answer.status === 410) throw new GoneError();
    if (answer.status === 401) throw new NoKeyError();
    if (answer.status >= 400 && answer.status < 500) throw new RefusedError(`${path}: ${answer.status}`);
    if (!answer.ok) throw new UnreachableError(`${path}: ${answer.status}`);
    return answer;
  }
}
