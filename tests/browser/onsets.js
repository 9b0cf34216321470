/**
 * Performs a reply by the page's own code on a context that renders faster than it sounds, and looks in what was
 * rendered for the beginning of each count.
 *
 * @returns {Promise<{say: string, at: number, planned: number, found: number | null}[]>} for each count, by the
 *   second of the sound: where the plan has it, and where it is found
 */
async ({ speech, seconds }) => {
  const { Performance } = await import("/static/sound/performance.js");
  const { Sounds, addressesOf } = await import("/static/sound/sounds.js");
  const context = new OfflineAudioContext(1, Math.ceil((seconds + 5) * 24_000), 24_000);
  const { server } = window.footCoach;
  const sounds = new Sounds(context, (address, signal) => server.sound(address, signal));
  await Promise.all(addressesOf(speech).map((address) => sounds.get(address)));
  const clock = { suspend: async () => {}, resume: async () => {} };
  const performance = new Performance(context, context.destination, sounds, clock);
  performance.perform(speech);
  await performance.placed;
  const samples = (await context.startRendering()).getChannelData(0);

  const audible = 0.004;
  const rate = context.sampleRate;
  const onset = (expected) => {
    for (let at = Math.round((expected - 0.25) * rate); at < (expected + 0.25) * rate; at += 1)
      if (Math.abs(samples[at]) > audible) return at / rate;
    return null;
  };
  return performance.texts
    .filter((text) => text.counts)
    .map(({ say, at, begins }) => {
      const planned = performance.begins + at;
      return { say, at: begins, planned, found: onset(planned) };
    });
};
