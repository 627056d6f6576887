// Talking: the same form, sent without leaving the page; moves no focus by itself.
import { find } from "./page.js";
import { ask, parse } from "./server.js";

const log = find("#log");
const compose = find("#compose");
let busy = false;
let failed = ""; // the message that did not get through, as it was sent
let changes = 0;

function show(html) {
  const page = parse(html);
  const turn = document.importNode(find(".turn", page), true);
  const reply = document.importNode(find("#reply", page), true);
  for (const name of ["conversation", "turn"]) {
    const value = find(`#compose [name=${name}]`, page).value;
    for (const field of document.querySelectorAll(`form [name=${name}]`)) field.value = value;
  }
  find("label[for=text]").textContent = find("label[for=text]", page).textContent;
  if (turn.hasAttribute("data-forgotten")) clear();
  find("#latest")?.removeAttribute("id");
  turn.id = "latest";
  log.append(turn);
  find("#reply").replaceWith(reply);
  return turn;
}

// The chat has forgotten: what was said in it, and what was being typed, goes from the screen too.
function clear() {
  log.replaceChildren();
  find("#text").value = "";
  failed = "";
}

function showUnreachable(body, byChoice) {
  const notice = document.importNode(find("#unreachable").content, true).firstElementChild;
  find(".retry", notice).addEventListener("click", () => {
    if (!busy) send(body, byChoice, notice);
  });
  log.append(notice);
  return notice;
}

function setBusy(now) {
  busy = now;
  for (const button of document.querySelectorAll("form[data-send] button, .retry")) {
    button.setAttribute("aria-disabled", String(now));
  }
  const sending = find("#sending");
  sending.textContent = now ? sending.dataset.words : "";
}

// Focus follows only the person's own press: the pressed button is gone, so its place is taken by the answer to it.
function carryOn(place, byChoice) {
  place.scrollIntoView({ block: "start" });
  if (!byChoice) return;
  const answer = find(".message.is-us", place) ?? place;
  answer.focus({ preventScroll: true });
}

// A changed message after a failed one is a new turn; the same one keeps its turn, so that it counts once.
function newTurnUnlessRetry(body) {
  if (!failed || String(body) === failed) return;
  changes += 1;
  body.set("turn", `${body.get("turn")}-${changes}`);
}

async function send(body, byChoice, notice) {
  setBusy(true);
  let place;
  try {
    place = show(await ask(body));
    failed = "";
    if (!byChoice) find("#text").value = "";
    notice?.remove();
  } catch {
    failed = String(body);
    notice?.remove();
    place = showUnreachable(body, byChoice);
  }
  setBusy(false);
  carryOn(place, byChoice || Boolean(notice));
}

if ("submitter" in SubmitEvent.prototype) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-send]")) return;
    event.preventDefault();
    if (busy) return;
    const body = new URLSearchParams(new FormData(form));
    const pressed = event.submitter;
    const byChoice = pressed?.name === "choice";
    if (byChoice) body.set("choice", pressed.value);
    if (!byChoice && !body.get("text").trim()) return find("#text").focus();
    newTurnUnlessRetry(body);
    send(body, byChoice);
  });
  find("#text")?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    compose.requestSubmit();
  });
}
