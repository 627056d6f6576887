// Going on from the first page: the conversation comes into the same page, so that a reload shows the first one again.
import { base, find, focusOn } from "./page.js";
import { WHOLE, ask, parse } from "./server.js";

const start = find("[data-start]");
let busy = false;

// The parts of the talking page, once what they work on is there.
const parts = () => Promise.all(["talk", "tell", "opened", "idle", "sheet", "forget"].map((part) => import(`./${part}.js`)));

async function goOn() {
  const page = parse(await ask(new URLSearchParams(new FormData(start)), base, WHOLE));
  find("main").replaceWith(document.importNode(find("main", page), true));
  for (const part of page.querySelectorAll("#unreachable, #cover, #idle")) {
    document.body.append(document.importNode(part, true));
  }
  // At once: whoever types before the parts are there keeps the focus and the words, and Send works without them.
  window.scrollTo(0, 0);
  focusOn(find(".message.is-us"));
  await parts();
}

function setBusy(now) {
  busy = now;
  find("button", start).setAttribute("aria-disabled", String(now));
}

start.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (busy) return;
  setBusy(true);
  find(".failed", start).hidden = true;
  try {
    await goOn();
  } catch {
    find(".failed", start).hidden = false;
  }
  setBusy(false);
});
