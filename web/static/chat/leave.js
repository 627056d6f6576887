// Leaving: cover first, stop what is under way, forget behind the cover, then replace the whole tab's page, so that
// Back does not return to it.
import { base, conversation, find } from "./page.js";

const KEY_PRESSES = 3;
const KEY_SECONDS = 5;

const leave = find("#leave");
const announcement = find("#leaving");

// Nothing is left to be read, by eyes or by a screen reader, but the announcement.
export function cover() {
  document.documentElement.classList.add("gone");
  for (const part of [...document.body.children]) if (part !== announcement) part.remove();
}

// A plain form that needs no permission, as in a frame we are nobody's page. Nobody waits for its answer, which also
// has the browser drop the files that it keeps of us: so it is sent without a conversation too.
export function forget(token = "") {
  navigator.sendBeacon?.("/chat/left", new URLSearchParams({ conversation: token }));
}

// On a partner's page, the page around the frame has to be covered, and to go. Its launcher is asked for it, as the
// browser lets a frame do it only after a press that it saw as the person's own.
function replace() {
  if (window.parent !== window) window.parent.postMessage("signpost:leave", "*");
  window.top.location.replace(leave.href);
}

function exit() {
  const token = conversation();
  cover();
  announcement.setAttribute("role", "alert");
  announcement.textContent = announcement.dataset.now;
  try {
    window.stop();
    forget(token);
  } finally {
    replace();
  }
}

for (const way of document.querySelectorAll("[data-leave]")) {
  way.addEventListener("click", (event) => {
    event.preventDefault();
    exit();
  });
}

let presses = 0;
let timer;

function stopCounting() {
  if (presses > 0) announcement.textContent = announcement.dataset.stopped;
  presses = 0;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift" || event.altKey || event.ctrlKey || event.metaKey) {
    presses = 0; // Shift for a capital letter, or for another layout of the keys, is not a wish to leave.
    clearTimeout(timer);
    return;
  }
  if (event.repeat) return;
  clearTimeout(timer);
  presses += 1;
  if (presses === KEY_PRESSES) return exit();
  announcement.textContent = presses === 1 ? announcement.dataset.two : announcement.dataset.one;
  timer = setTimeout(stopCounting, KEY_SECONDS * 1000);
});

if (window.matchMedia("(hover: hover) and (pointer: fine)").matches) {
  for (const hint of document.querySelectorAll(".with-keys")) hint.hidden = false;
}

// A browser may keep a page alive behind Back. It gets an empty one to keep, and asks anew when it is shown again.
window.addEventListener("pagehide", (event) => {
  if (event.persisted) cover();
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.replace(leave.dataset.back ?? base);
});
