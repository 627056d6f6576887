// Talking: the same form, sent without leaving the page. What comes is said aloud and moves no focus.
import { announce } from "./announce.js";
import { arriving, follow, sentFromHere } from "./newer.js";
import { find } from "./page.js";
import { ask, parse } from "./server.js";
import { focusQuietly } from "./typing.js";

const SLOW = 1000;
const MOST_TURNS = 30; // more than people look back for; less for whoever takes up the phone, and for an old one to carry

const log = find("#log");
const box = find("#text");
let busy = false;
let slow;
let failed = ""; // the message that did not get through, as it was sent
let changes = 0;

function show(html) {
  const page = parse(html);
  const turn = document.importNode(find(".turn", page), true);
  for (const name of ["conversation", "turn"]) {
    const value = find(`#compose [name=${name}]`, page).value;
    for (const field of document.querySelectorAll(`form [name=${name}]`)) field.value = value;
  }
  find("label[for=text]").textContent = find("label[for=text]", page).textContent;
  if (turn.hasAttribute("data-forgotten")) clear();
  find("#latest")?.removeAttribute("id");
  turn.id = "latest";
  log.append(turn);
  while (log.children.length > MOST_TURNS) drop(log.firstElementChild);
  renew(document.importNode(find("#reply", page), true));
  return turn;
}

// Pinned numbers that are the same as before stay where they are, unfolded or not, with the focus that may be in them.
function renew(reply) {
  const old = find("#reply");
  const [kept, same] = [old, reply].map((each) => [...each.children].find((part) => !part.matches(".choices")));
  const stays = kept && same && folded(kept).isEqualNode(same);
  for (const part of [...old.children]) if (!stays || part !== kept) drop(part);
  for (const part of [...reply.children]) if (!stays || part !== same) old.append(part);
}

function folded(part) {
  const copy = part.cloneNode(true);
  for (const each of copy.querySelectorAll("details")) each.open = false;
  return copy;
}

// The focus is never lost with what goes.
function drop(part) {
  if (part.contains(document.activeElement)) focusQuietly();
  part.remove();
}

// The chat has forgotten: what was said in it, and what was being typed, goes from the screen too.
function clear() {
  for (const part of [...log.children]) drop(part);
  box.value = "";
  failed = "";
}

function unreachable(body) {
  const place = document.importNode(find("#unreachable").content, true).firstElementChild;
  find(".retry", place).addEventListener("click", () => {
    if (!busy) send(body, place);
  });
  return place;
}

function setBusy(now) {
  busy = now;
  for (const button of document.querySelectorAll("form[data-send] button, .retry")) {
    button.setAttribute("aria-disabled", String(now));
  }
  const sending = find("#sending");
  clearTimeout(slow);
  sending.textContent = "";
  if (now) slow = setTimeout(() => (sending.textContent = sending.dataset.words), SLOW);
}

// A changed message after a failed one is a new turn; the same one keeps its turn, so that it counts once.
function newTurnUnlessRetry(body) {
  if (!failed || String(body) === failed) return;
  changes += 1;
  body.set("turn", `${body.get("turn")}-${changes}`);
}

// `notice` says that an earlier try did not get through: it stays until one does, with its button, which was pressed.
async function send(body, notice) {
  setBusy(true);
  sentFromHere();
  let place = notice;
  try {
    const html = await ask(body);
    arriving();
    place = show(html);
    failed = "";
    if (box.value === body.get("text")?.replaceAll("\r\n", "\n")) box.value = "";
    if (notice) drop(notice);
  } catch {
    failed = String(body);
    arriving();
    if (!notice) log.append((place = unreachable(body)));
  }
  setBusy(false);
  announce(place);
  follow(place);
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
    if (!byChoice && !body.get("text").trim()) return box.focus();
    newTurnUnlessRetry(body);
    if (byChoice) focusQuietly();
    send(body);
  });
}
