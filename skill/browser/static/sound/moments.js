/**
 * The audio clock as the one clock: a promise that is kept when the sound has come to a second.
 *
 * Timers of a page in the background are slowed down to one a second or a minute; the end of a source of sound
 * is told at once, and not before: where the sound stands still, so does the moment.
 */

/**
 * @param {BaseAudioContext} context
 * @param {number} time second of the context's clock
 * @returns {{reached: Promise<void>, cancel: () => void}}
 */
export function moment(context, time) {
  const source = new ConstantSourceNode(context, { offset: 0 });
  source.connect(context.destination);
  const reached = new Promise((resolve) => {
    source.onended = () => {
      source.disconnect();
      resolve();
    };
  });
  source.start();
  source.stop(Math.max(time, context.currentTime));
  const cancel = () => {
    source.onended = null;
    source.stop();
    source.disconnect();
  };
  return { reached, cancel };
}
