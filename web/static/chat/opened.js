// Counting that a contact was opened, never by whom. Never anything when somebody leaves.
import { conversation } from "./page.js";

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-service]");
  const token = conversation();
  if (!link || !token || !navigator.sendBeacon) return;
  // As a form: from a frame on a partner's page a browser sends no JSON without asking first.
  navigator.sendBeacon("/chat/opened", new URLSearchParams({ conversation: token, service: link.dataset.service }));
});
