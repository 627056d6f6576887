// "This is wrong" is told without leaving the chat; its thanks take the place of the form.
import { base, find } from "./page.js";
import { ask, parse } from "./server.js";

async function tell(form, pressed) {
  const body = new URLSearchParams(new FormData(form));
  body.set(pressed.name, pressed.value);
  form.inert = true;
  try {
    const said = document.importNode(find(".told", parse(await ask(body, `${base}/wrong`))), true);
    form.replaceWith(said);
    said.focus({ preventScroll: true });
  } catch {
    form.inert = false;
    find(".failed", form).hidden = false;
    pressed.focus();
  }
}

if ("submitter" in SubmitEvent.prototype) {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-wrong]")) return;
    event.preventDefault();
    tell(event.target, event.submitter);
  });
}
