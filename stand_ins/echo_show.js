// Draws an APL document with Amazon's viewhost, on a clock that the test moves.
"use strict";

const FRAME = 20;
let renderer = null;
let clock = 0;
let told = [];

Date.now = () => clock;

/** The viewhost's engine, once. */
const engine = AplRenderer.initEngine();

/**
 * Shows a RenderDocument directive, as of its first frame.
 *
 * @param {object} directive
 * @param {{width: number, height: number, dpi: number, shape: string, theme: string, mode: string}} screen
 */
async function show(directive, screen) {
  await engine;
  clock = 1_000_000_000_000;
  told = [];
  const content = AplRenderer.Content.create(JSON.stringify(directive.document));
  content.addData("payload", JSON.stringify(directive.datasources));
  if (renderer) {
    renderer.destroy();
  }
  const view = document.getElementById("view");
  view.replaceChildren();
  renderer = AplRenderer.default.create({
    content,
    view,
    mode: screen.mode,
    theme: screen.theme,
    viewport: { ...screen, isRound: screen.shape === "ROUND" },
    environment: {},
    utcTime: clock,
    localTimeAdjustment: 0,
    notLoadFonts: true,
    logLevel: "warn",
    logTransport: (level, logger, message) => told.push({ level: String(level), logger, message }),
    onSendEvent: (event) => told.push({ event }),
    onRunTimeError: (errors) => told.push({ errors }),
  });
  await renderer.init();
  if (!renderer.context) {
    return false;
  }
  await renderer.stopUpdate();
  renderer.coreFrameUpdate();
  return true;
}

/** Lets the clock go on to so many milliseconds from the beginning, frame by frame. */
function runTo(milliseconds) {
  const end = 1_000_000_000_000 + milliseconds;
  while (clock < end) {
    clock = Math.min(clock + FRAME, end);
    renderer.coreFrameUpdate();
  }
}

/** Everything that can be read, from top to bottom. */
function texts() {
  const leaves = [...document.querySelectorAll("#view *")].filter(
    (each) => each.childElementCount === 0 && each.textContent.trim() !== "" && each.offsetParent !== null,
  );
  return leaves.filter((each) => !each.closest("svg")).map((each) => each.textContent.trim());
}

/** What the document has sent and complained of so far. */
function heard() {
  return told;
}
