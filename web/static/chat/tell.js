// "This is wrong" is told without leaving the chat; its thanks take the place of the form.
import { base, find, focusOn } from "./page.js";
import { ask, parse } from "./server.js";

let busy = false;

// Dimmed, and still where the focus is.
function setBusy(form, now) {
  busy = now;
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", String(now));
}

async function tell(form, pressed) {
  const body = new URLSearchParams(new FormData(form));
  body.set(pressed.name, pressed.value);
  setBusy(form, true);
  find(".failed", form).hidden = true;
  try {
    const said = document.importNode(find(".told", parse(await ask(body, `${base}/wrong`))), true);
    const isStillHere = [document.body, ...form.querySelectorAll("*")].includes(document.activeElement);
    form.replaceWith(said);
    if (isStillHere) focusOn(said);
  } catch {
    find(".failed", form).hidden = false;
  }
  setBusy(form, false);
}

if ("submitter" in SubmitEvent.prototype) {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-wrong]")) return;
    event.preventDefault();
    if (!busy) tell(event.target, event.submitter);
  });
}
