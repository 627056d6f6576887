// Putting the chat out of sight once nobody has touched it for a while, with a warning before; any touch keeps it.
import { base, find, focusOn } from "./page.js";
import { focusQuietly } from "./typing.js";

const WARNING = 30; // seconds; WCAG 2.2.1 asks for twenty at least
const TOUCHES = ["keydown", "pointerdown", "pointermove", "wheel", "scroll", "input", "focusin"];

const cover = find("#cover");
const warning = find("#idle");
const seconds = Number(cover.dataset.seconds);
const ends = Number(cover.dataset.ends); // by then we have forgotten the conversation
let touched = Date.now();
let gone = []; // what the cover took away
let before; // what had the focus, if not the box to type in

// The way out stays, and its announcement. All else goes, also what a screen reader would still be told.
function everythingElse() {
  const stays = [cover, warning, find(".bar"), find("#leaving")];
  const parts = [find(".danger"), ...document.body.children];
  return parts.filter((part) => !stays.includes(part) && !part.hidden);
}

function setCovered(now) {
  if (now) gone = everythingElse();
  for (const part of gone) part.hidden = part.inert = now;
  cover.hidden = !now;
}

function hide() {
  before = document.activeElement.matches("main :not(#text)") && document.activeElement;
  warning.textContent = "";
  setCovered(true);
  window.scrollTo(0, 0);
  focusOn(find("h1", cover));
}

function look() {
  const idle = (Date.now() - touched) / 1000;
  if (idle >= ends) window.location.replace(base);
  else if (idle >= seconds && cover.hidden) hide();
  else if (idle >= seconds - WARNING && cover.hidden) warning.textContent ||= warning.dataset.words;
}

function touch() {
  if (!cover.hidden) return;
  touched = Date.now();
  warning.textContent = "";
}

find("button", cover).addEventListener("click", () => {
  setCovered(false);
  touch();
  if (before) before.focus();
  else focusQuietly();
});

for (const each of TOUCHES) window.addEventListener(each, touch, { passive: true, capture: true });
document.addEventListener("visibilitychange", look);
setInterval(look, 1000);
