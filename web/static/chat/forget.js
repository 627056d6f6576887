// "Stop and forget" in the same page: what was said goes from the screen at once, then from our memory.
import { base, find, focusOn } from "./page.js";
import { WHOLE, ask, parse } from "./server.js";
import { putAway } from "./sheet.js";

const form = find("[data-forget]");
const failed = find(".failed", form);
let busy = false;

function wipe() {
  find("#log").replaceChildren();
  find("#reply").replaceChildren();
  find("#text").value = "";
}

async function forget() {
  window.stop(); // an answer that is under way would bring something back
  wipe();
  failed.hidden = true;
  try {
    const page = parse(await ask(new URLSearchParams(new FormData(form)), `${base}/forget`, WHOLE));
    find("main").replaceWith(document.importNode(find("main", page), true));
    putAway();
    focusOn(find("#latest"));
  } catch {
    wipe();
    failed.hidden = false;
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (busy) return;
  busy = true;
  await forget();
  busy = false;
});
