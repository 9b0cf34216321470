/**
 * Listens to the page's own sound and looks at its ring, by the clock of the sound.
 *
 * In `window.bench`: `onsets`, the seconds at which sound began after a pause; `shown`, the numbers of the ring with
 * the second that was heard when each came; `texts`, all that was begun, with the reply's first second.
 */
async () => {
  const { player, coach } = window.footCoach;
  const { context, output } = player;
  const listener = `
    class Listener extends AudioWorkletProcessor {
      constructor() {
        super();
        this.last = -1;
      }
      process([[samples]]) {
        for (let at = 0; samples && at < samples.length; at += 1) {
          if (Math.abs(samples[at]) < 0.006) continue;
          const time = currentTime + at / sampleRate;
          if (time - this.last > 0.08) this.port.postMessage(time);
          this.last = time;
        }
        return true;
      }
    }
    registerProcessor("listener", Listener);`;
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([listener], { type: "text/javascript" })));
  const node = new AudioWorkletNode(context, "listener", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
  output.connect(node);
  const bench = (window.bench = { onsets: [], shown: [], performances: [], clocks: [] });
  node.port.onmessage = ({ data }) => bench.onsets.push(data);
  new MutationObserver(() => {
    bench.shown.push([player.heardNow, document.querySelector(".count").textContent]);
  }).observe(document.querySelector(".count"), { childList: true, characterData: true, subtree: true });
  coach.addEventListener("reply", () => bench.performances.push([coach.exchange, player.performance]));
  bench.told = () =>
    bench.performances.map(([exchange, performance]) => ({
      begins: performance.begins,
      scenes: exchange.screen?.scenes ?? [],
      texts: performance.texts.filter((text) => text.counts),
    }));
}
