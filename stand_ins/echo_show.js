// Draws an APL document with Amazon's viewhost, on a clock that the test moves.
"use strict";

const FRAME = 50;
const BEGINNING = 1_000_000_000_000;
let renderer = null;
let clock = 0;
let told = [];

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [clock] : given));
  }

  static now() {
    return clock;
  }
};

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
  clock = BEGINNING;
  told = [];
  const content = AplRenderer.Content.create(JSON.stringify(directive.document));
  content.addData("payload", JSON.stringify(directive.datasources));
  if (renderer) {
    renderer.destroy();
  }
  // An element of its own for each document: a renderer leaves its listeners on the one it had.
  const view = document.createElement("div");
  view.id = "view";
  document.getElementById("view").replaceWith(view);
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
  const end = BEGINNING + milliseconds;
  while (clock < end) {
    clock = Math.min(clock + FRAME, end);
    renderer.coreFrameUpdate();
  }
}

/** Milliseconds since the document was shown. */
function now() {
  return clock - BEGINNING;
}

/** The innermost elements that can be read. */
function readable() {
  const all = [...document.querySelectorAll("#view *")];
  return all.filter(
    (each) =>
      each.childElementCount === 0 &&
      each.textContent.trim() !== "" &&
      each.offsetParent !== null &&
      !each.closest("svg"),
  );
}

/** Everything that can be read, in the document's order. */
function texts() {
  return readable().map((each) => each.textContent.trim());
}

/** Whether a box lies on the screen, all of it: on a round one each of its corners. */
function onScreen({ left, right, top, bottom }, { width, height, shape }) {
  const slack = 1;
  if (left < -slack || top < -slack || right > width + slack || bottom > height + slack) {
    return false;
  }
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => [x - width / 2, y - height / 2]));
  return shape !== "ROUND" || corners.every(([x, y]) => Math.hypot(x, y) <= width / 2 + slack);
}

/** Whether a box of an element lies inside all that would cut it off. */
function isInside(element, { left, right, top, bottom }) {
  const slack = 2;
  for (let around = element.parentElement; around.id !== "view"; around = around.parentElement) {
    const edge = around.getBoundingClientRect();
    const clips = getComputedStyle(around).overflow === "hidden";
    const fits =
      left >= edge.left - slack &&
      right <= edge.right + slack &&
      top >= edge.top - slack &&
      bottom <= edge.bottom + slack;
    if (clips && !fits) {
      return false;
    }
  }
  return true;
}

/** What can be read but is not on the screen, without what can be scrolled to. */
function cut(screen) {
  const sequences = [...document.querySelectorAll("#view *")].filter(isSequence);
  const scrolls = (each) => sequences.some((one) => one.contains(each));
  return readable()
    .filter((each) => !scrolls(each))
    .filter((each) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      const box = range.getBoundingClientRect();
      return !onScreen(box, screen) || !isInside(each, box);
    })
    .map((each) => each.textContent.trim());
}

/** Whether the viewhost made an element for a Sequence. */
function isSequence(element) {
  return element.classList.contains("scrollView");
}

/** The places of the drawings that can be seen, among those that lie on top of each other. */
function picturesShown() {
  const layers = [...document.querySelectorAll("#view svg")].map((each) => each.parentElement);
  const piles = layers.filter((each) => each.parentElement.childElementCount > 1 && !each.querySelector("path[stroke-dasharray*=',']"));
  const seen = piles.filter((each) => each.offsetParent !== null && each.getBoundingClientRect().width > 100);
  return seen.map((each) => [...each.parentElement.children].indexOf(each));
}

/** The box of the component that has this id. */
function boxOf(id) {
  const { left, top, width, height } = renderer.getComponentById(id).container.getBoundingClientRect();
  return { left, top, width, height };
}

/** The share of the ring that is drawn. */
function ring() {
  const [arc] = [...document.querySelectorAll("#view path[stroke-dasharray]")].filter((each) =>
    each.getAttribute("stroke-dasharray").includes(","),
  );
  const [around] = arc.getAttribute("stroke-dasharray").split(",").map(Number);
  return 1 - Number(arc.getAttribute("stroke-dashoffset")) / around;
}

/** Whether the ground is light. */
function isLight() {
  const [red, green, blue] = getComputedStyle(document.getElementById("view"))
    .backgroundImage.match(/\d+/g)
    .map(Number);
  return red + green + blue > (3 * 255) / 2;
}

/** What the document has sent and complained of so far. */
function heard() {
  return told;
}
