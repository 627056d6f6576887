// In a frame on a partner's page: says that it is there, and forgets when it goes or the page around it is left.
import { conversation } from "./page.js";
import { cover, forget } from "./leave.js";

function forgetHere() {
  const token = conversation();
  if (token) forget(token);
}

window.parent.postMessage("signpost:ready", "*");

// The one word heard from outside, and only from around the frame. That page could as well take the frame away; it
// is told when it may, as a browser waits only half a second for a frame that goes with its page.
window.addEventListener("message", ({ source, data }) => {
  if (source !== window.parent || data !== "signpost:left") return;
  forgetHere();
  cover();
  window.parent.postMessage("signpost:forgotten", "*");
});

// A frame that is gone cannot be opened again, so nobody could go on. What a form brings that the browser sends by
// itself, as for another language, is a new page in the same frame: the chat has to outlive the old one.
let goesOn = false;
window.addEventListener("submit", (event) => (goesOn = !event.defaultPrevented));
window.addEventListener("pagehide", () => goesOn || forgetHere(), true);
