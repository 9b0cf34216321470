/** Puts the page together. */
import { Bar } from "./coach/bar.js";
import { Captions } from "./coach/captions.js";
import { Coach } from "./coach/coach.js";
import { Controls } from "./coach/controls.js";
import { NoKeyError, Server, UnreachableError } from "./coach/server.js";
import { Stage } from "./coach/stage.js";
import { Welcome } from "./coach/welcome.js";
import { Listening } from "./listening/listening.js";
import { listeningPanel } from "./listening/panel.js";
import { keepAwake } from "./device/awake.js";
import { mediaKeys } from "./device/media_keys.js";
import { kept } from "./kept.js";
import { notices } from "./notices.js";
import { Player } from "./sound/player.js";
import { tabName } from "./tab.js";
import { pair } from "./views/shoes.js";
import { views } from "./views/views.js";
import { words } from "./words.js";

const section = document.getElementById("view-coach");
const server = new Server(await tabName());
const player = new Player((address, signal) => server.sound(address, signal));
const coach = new Coach(server, player);
const stage = new Stage(section.querySelector(".stage"), coach);
const captions = new Captions(
  {
    caption: section.querySelector(".caption"),
    log: section.querySelector(".log div"),
    spoken: document.getElementById("spoken"),
  },
  player,
);
const controls = new Controls(section, coach, player, stage);
const bar = new Bar(document.getElementById("bar"), coach, player, stage, controls);
const notice = notices(document.getElementById("notice"));

const keyInAddress = () => new URLSearchParams(location.hash.slice(1)).get("key");

/** The key of the link; taken out of the address, where it would be seen and bookmarked. */
function keyOfLink() {
  const key = keyInAddress();
  if (key) history.replaceState(null, "", "/");
  return key;
}

async function enter(key = null) {
  const { exchange } = coach;
  const sounding = exchange ? { began: exchange.began, heard: coach.heard().heard } : {};
  try {
    const about = await server.enter({ ...(key ? { key } : {}), ...sounding });
    notice.clear(words.trouble.unreachable);
    begin();
    return about;
  } catch (error) {
    if (error instanceof NoKeyError) {
      lock();
      return null;
    }
    if (!(error instanceof UnreachableError)) throw error;
    notice.say(words.trouble.unreachable, { lasts: true });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return enter(key);
  }
}

coach.addEventListener("asked", () => {
  notice.pass();
  listening?.forget();
  captions.preparing();
  controls.draw();
});
coach.addEventListener("reply", () => {
  const { exchange } = coach;
  if (coach.pressed) captions.pressed(coach.pressed);
  else captions.said(exchange.said);
  if (exchange.said) notice.pass();
  captions.begin(Boolean(exchange.speech && (exchange.said || coach.asking)));
  if (exchange.screen) stage.show(exchange.screen);
  else if (!exchange.open || !stage.shows) stage.show(null);
  if (exchange.card === "LinkAccount") notice.say(words.trouble.link_card);
  showCloset(exchange.screen?.closet);
  controls.draw();
});
coach.addEventListener("answered", () => {
  captions.answered();
  controls.draw();
});
coach.addEventListener("silent", () => controls.draw());
coach.addEventListener("ended", () => controls.draw());
coach.addEventListener("trouble", () => notice.say(words.trouble.unreachable, { lasts: true }));
coach.addEventListener("well", () => notice.clear(words.trouble.unreachable));
coach.addEventListener("locked", lock);
coach.addEventListener("again", async () => {
  notice.say(words.trouble.again);
  if (!(await enter())) return;
  await coach.say(words.welcome.say);
  notice.say(words.trouble.again);
});

player.context.addEventListener("statechange", () => {
  const goOn = { label: words.trouble.held_button, press: () => player.wake() };
  if (player.held) notice.say(words.trouble.held, { action: goOn, lasts: true });
  else notice.clear(words.trouble.held);
});
addEventListener("pagehide", () => coach.leave());
// A link that is opened where the page is already changes the address alone.
addEventListener("hashchange", () => {
  if (keyInAddress()) location.reload();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

/** Nothing has been said yet; nothing of an earlier device sounds or moves. */
function begin() {
  coach.entered();
  stage.show(null);
}

/** Without a key nothing here does anything: what it takes is all there is to see. */
function lock() {
  begin();
  controls.draw();
  notice.say(words.trouble.locked, { lasts: true });
  document.body.dataset.locked = "";
}

function showCloset(pairs) {
  const closet = section.querySelector(".closet");
  closet.hidden = !pairs;
  closet.replaceChildren(...(pairs ?? []).map(pair));
}

function draw() {
  stage.draw();
  captions.draw();
  controls.step();
  bar.draw();
  requestAnimationFrame(draw);
}

player.volume = Number(kept("volume") ?? 1);
if (kept("captions") === "off") document.getElementById("spoken").setAttribute("aria-live", "off");

const welcome = new Welcome(section.querySelector(".welcome"), server);
welcome.illustrate();
let listening = null;
const about = await enter(keyOfLink());
if (about) {
  keepAwake(coach, player);
  mediaKeys(coach, player, stage, controls);
  views(server, coach, player, about);
  controls.ready(about);
  listening = new Listening(coach, player, about);
  listeningPanel(document.getElementById("listening"), listening, about.ears);
  if (!about.voice) notice.say(words.trouble.no_voice);
  requestAnimationFrame(draw);
  welcome.offerPlace();
}

/** What tests and measurements look at. */
window.footCoach = { coach, player, server, stage, listening, ready: Boolean(about) };
