/**
 * The keys of headphones and of the lock screen do what the words do.
 *
 * Browsers give these keys to whoever plays an audio element, and they let such a page sound on while the phone is
 * locked: so a silent one is played while the coach speaks.
 */

const SECONDS = 10;
const RATE = 8_000;

export function mediaKeys(coach, player, stage, controls) {
  if (!("mediaSession" in navigator)) return;
  const silence = new Audio(URL.createObjectURL(new Blob([silentWav()], { type: "audio/wav" })));
  silence.loop = true;
  const session = navigator.mediaSession;
  const set = (action, handler) => {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // a browser that does not know the action
    }
  };
  set("play", () => controls.press("resume"));
  set("pause", () => controls.press("pause"));
  set("stop", () => controls.press("pause"));
  set("nexttrack", () => controls.press("next"));
  set("previoustrack", () => controls.press("back"));

  function follow() {
    const performing = stage.shows && (coach.open || player.sounding);
    if (performing && player.sounding) silence.play().catch(() => {});
    else silence.pause();
    session.playbackState = performing ? (stage.scene?.kind === "waiting" ? "paused" : "playing") : "none";
    if (performing) session.metadata = new MediaMetadata({ title: stage.scene?.name ?? "", artist: document.title });
  }
  for (const kind of ["reply", "ended"]) coach.addEventListener(kind, follow);
}

/** A WAV file without a sound: 8 bits, mono. */
function silentWav() {
  const length = SECONDS * RATE;
  const view = new DataView(new ArrayBuffer(44 + length));
  const text = (at, letters) => [...letters].forEach((each, index) => view.setUint8(at + index, each.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + length, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, "data");
  view.setUint32(40, length, true);
  new Uint8Array(view.buffer, 44).fill(128);
  return view.buffer;
}
