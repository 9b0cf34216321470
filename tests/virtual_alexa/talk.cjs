"use strict";
// Says what the command line says and prints one JSON line a reply:
//   node talk.cjs URL INTERACTION_MODEL 0:open 2:"start my post run stretches" 64:pause ...
// The number is when it is said, in seconds after the start; nothing waits for it.
const { VirtualAlexa } = require("virtual-alexa");

async function main([url, model, ...turns]) {
  const alexa = VirtualAlexa.Builder().skillURL(url).interactionModelFile(model).create();
  const start = Date.now();
  for (const turn of turns) {
    const [, seconds, utterance] = /^(\d+):(.*)$/.exec(turn);
    alexa.filter((envelope) => {
      envelope.request.timestamp = new Date(start + 1000 * seconds).toISOString();
    });
    const reply = utterance === "open" ? await alexa.launch() : await alexa.utter(utterance);
    process.stdout.write(JSON.stringify(reply) + "\n");
  }
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
