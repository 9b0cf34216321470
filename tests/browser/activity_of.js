/** Reads samples and what the coach sounds like, as 32-bit numbers, and tells what the page takes for speech. */
import { readFileSync } from "node:fs";
import { Activity, FRAME } from "../../skill/browser/static/listening/activity.js";

const [file, coachFile, rate] = process.argv.slice(2);
const numbers = (path) => new Float32Array(new Uint8Array(readFileSync(path)).buffer);
const samples = numbers(file);
const coach = numbers(coachFile);
const length = Math.round(Number(rate) * FRAME);
const activity = new Activity(Number(rate));
const told = [];
for (let at = 0; at + length <= samples.length; at += length) {
  const own = coach.subarray(at, at + length);
  const loud = Math.sqrt(own.reduce((sum, each) => sum + each * each, 0) / length);
  const said = activity.push(samples.slice(at, at + length), loud > 0.001 ? loud : 0);
  if (said) told.push({ second: (at + length) / Number(rate), ...said });
}
console.log(JSON.stringify(told));
