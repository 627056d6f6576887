// Counting that a contact was opened, never by whom. Never anything when somebody leaves.
import { conversation } from "./page.js";

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-service]");
  const token = conversation();
  if (!link || !token || !navigator.sendBeacon) return;
  const told = { conversation: token, event: "contact-opened", service: link.dataset.service };
  navigator.sendBeacon("/api/chat/events", new Blob([JSON.stringify(told)], { type: "application/json" }));
});
