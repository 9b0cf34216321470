/** The microphone: opened when it is wanted, its frames, and why it cannot be had. */

/** Why there is no sound: "blocked", "none", "busy", "gone", "insecure" or "unknown". */
export class MicrophoneError extends Error {
  /** @param {"blocked" | "none" | "busy" | "gone" | "insecure" | "unknown"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

const REASONS = {
  NotAllowedError: "blocked",
  SecurityError: "blocked",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

export class Microphone {
  /**
   * @param {(frame: Float32Array, age: number) => void} onFrame a frame, and how many seconds ago it was over
   * @param {(error: MicrophoneError) => void} onGone it was taken away while it was open
   */
  constructor(onFrame, onGone) {
    this._onFrame = onFrame;
    this._onGone = onGone;
    this._stream = null;
    this._context = null;
    this._opening = null;
  }

  get isOpen() {
    return this._stream !== null;
  }

  /** Samples a second of its frames. */
  get rate() {
    return this._context.sampleRate;
  }

  /**
   * Open it; the browser asks the user the first time.
   *
   * @param {string} device the id of one of several; "" for the browser's choice
   */
  open(device = "") {
    this._opening ??= this._open(device).finally(() => (this._opening = null));
    return this._opening;
  }

  /** Close it: the browser shows that nobody listens. */
  close() {
    for (const track of this._stream?.getTracks() ?? []) {
      track.onended = null;
      track.stop();
    }
    this._stream = null;
    this._context?.close();
    this._context = null;
  }

  /** All microphones, with their names where the browser tells them. */
  static async all() {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    return devices.filter((each) => each.kind === "audioinput" && each.deviceId !== "default");
  }

  async _open(device) {
    if (this._stream) return;
    if (!navigator.mediaDevices?.getUserMedia) throw new MicrophoneError("insecure");
    const wanted = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
    const audio = device ? { ...wanted, deviceId: { exact: device } } : wanted;
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio });
    } catch (error) {
      if (device && error.name === "OverconstrainedError") return this._open("");
      throw new MicrophoneError(REASONS[error.name] ?? "unknown");
    }
    const context = new AudioContext();
    await context.audioWorklet.addModule(new URL("./frames.js", import.meta.url));
    const frames = new AudioWorkletNode(context, "frames", { numberOfInputs: 1, numberOfOutputs: 0 });
    frames.port.onmessage = ({ data }) => this._onFrame(data.frame, context.currentTime - data.time);
    context.createMediaStreamSource(stream).connect(frames);
    if (context.state !== "running") await context.resume();
    for (const track of stream.getAudioTracks()) {
      track.onended = () => {
        this.close();
        this._onGone(new MicrophoneError("gone"));
      };
    }
    this._stream = stream;
    this._context = context;
  }
}
