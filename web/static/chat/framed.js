// In a frame on a partner's page: says that it is there, and forgets when it goes. Listens to nothing from outside.
import { conversation } from "./page.js";

window.parent.postMessage("signpost:ready", "*");

// A frame that is closed cannot be opened again, so nobody could go on. Where a browser sends forms by itself, each
// answer is a new page in the same frame, and the chat has to outlive the old one.
if ("submitter" in SubmitEvent.prototype) {
  window.addEventListener("pagehide", () => {
    const token = conversation();
    if (token) navigator.sendBeacon("/chat/left", new URLSearchParams({ conversation: token }));
  }, true);
}
