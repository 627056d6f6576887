// The sheet of numbers in the chat's place, in the same page: nothing is added to the history, and the chat stays.
import { base, find, focusOn } from "./page.js";
import { WHOLE, ask, parse } from "./server.js";

const chat = find("main");
let sheet;

function show(page) {
  if (!chat.isConnected) return; // forgotten meanwhile: what was shown in it does not come back
  const main = document.importNode(find("main", page), true);
  const print = find("[data-print]", main);
  print.hidden = window.top !== window; // a frame on a partner's page may not print
  print.addEventListener("click", () => window.print());
  chat.hidden = true;
  if (!sheet) window.scrollTo(0, 0);
  (sheet ?? chat).after(main);
  sheet?.remove();
  sheet = main;
  focusOn(find("h1", sheet));
}

export function putAway() {
  sheet?.remove();
}

function back() {
  sheet.remove();
  sheet = undefined;
  chat.hidden = false;
  find("[data-sheet] button", chat).focus();
}

async function open(form, pressed) {
  const body = new URLSearchParams(new FormData(form));
  if (pressed?.name) body.set(pressed.name, pressed.value);
  const failed = find("[data-sheet] .failed");
  failed.hidden = true;
  try {
    show(parse(await ask(body, `${base}/sheet`, WHOLE)));
  } catch {
    failed.hidden = false;
  }
}

if ("submitter" in SubmitEvent.prototype) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-sheet], [data-back-to-chat]")) return;
    event.preventDefault();
    if (form.matches("[data-sheet]")) open(form, event.submitter);
    else back();
  });
}
