/** The browser's own ears. They may send what they hear to the browser's maker. */

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

/** Errors after which they are of no use here. */
const FOR_GOOD = { "network": "away", "service-not-allowed": "away", "language-not-supported": "away" };
const MICROPHONE = { "not-allowed": "blocked", "audio-capture": "none" };

export const hasRecognition = Boolean(Recognition);

export class BrowserEars {
  /**
   * @param {string} language as in "en-US"
   * @param {{began: () => void, words: (said: string) => void, nothing: () => void,
   *   failed: (reason: string) => void}} on
   */
  constructor(language, on) {
    this._on = on;
    this._wanted = false;
    this._recognition = new Recognition();
    this._recognition.lang = language;
    this._recognition.interimResults = false;
    this._recognition.onspeechstart = () => on.began();
    this._recognition.onresult = (event) => this._heard(event);
    this._recognition.onerror = (event) => this._failed(event.error);
    this._recognition.onend = () => this._over();
  }

  /** Listen. @param {boolean} always until `stop`; else to one utterance */
  start(always) {
    this._always = always;
    if (this._wanted) return;
    this._wanted = true;
    this._recognition.continuous = always;
    this._recognition.start();
  }

  /** What was said up to now is over. */
  stop() {
    this._wanted = false;
    this._recognition.stop();
  }

  _heard(event) {
    for (let at = event.resultIndex; at < event.results.length; at += 1) {
      if (event.results[at].isFinal) this._on.words(event.results[at][0].transcript.trim());
    }
  }

  _failed(error) {
    if (error === "no-speech" || error === "aborted") return this._on.nothing();
    this._wanted = false;
    this._on.failed(MICROPHONE[error] ?? FOR_GOOD[error] ?? "unknown");
  }

  /** Browsers stop by themselves after a while. */
  _over() {
    if (this._wanted && this._always) this._recognition.start();
    else this._wanted = false;
    this._on.nothing();
  }
}
