// Leaving: cover first, forget behind the cover, then replace this page so that Back does not return to it.
import { conversation, find } from "./page.js";

const KEY_PRESSES = 3;
const KEY_SECONDS = 5;

const leave = find("#leave");
const announcement = find("#leaving");

function forget() {
  const token = conversation();
  if (!token || !navigator.sendBeacon) return;
  const body = new Blob([JSON.stringify({ conversation: token })], { type: "application/json" });
  navigator.sendBeacon("/api/chat/forget", body);
}

function exit() {
  document.documentElement.classList.add("gone");
  announcement.textContent = announcement.dataset.now;
  try {
    forget();
  } finally {
    window.location.replace(leave.href);
  }
}

leave.addEventListener("click", (event) => {
  event.preventDefault();
  exit();
});

let presses = 0;
let timer;

function stopCounting() {
  if (presses > 0) announcement.textContent = announcement.dataset.stopped;
  presses = 0;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift") {
    presses = 0; // Shift for a capital letter is not a wish to leave.
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

// A page that the browser kept alive behind Back would show the chat again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.replace(leave.dataset.back ?? "/chat");
});
