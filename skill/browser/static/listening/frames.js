/** Runs beside the page, on the thread of the sound: hands over what the microphone hears, a frame at a time. */
class Frames extends AudioWorkletProcessor {
  constructor() {
    super();
    this._frame = new Float32Array(Math.round(sampleRate * 0.02));
    this._filled = 0;
  }

  process([input]) {
    const samples = input[0];
    if (!samples) return true;
    for (let at = 0; at < samples.length; at += 1) {
      this._frame[this._filled] = samples[at];
      this._filled += 1;
      if (this._filled === this._frame.length) {
        this.port.postMessage({ frame: this._frame.slice(), time: currentTime + at / sampleRate });
        this._filled = 0;
      }
    }
    return true;
  }
}

registerProcessor("frames", Frames);
