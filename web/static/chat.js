// Improves the chat page, which works without it. Keeps nothing, asks no other host, moves no focus by itself.
const KEY_PRESSES = 3;
const KEY_SECONDS = 5;
const PATIENCE = 12000;
const FRAGMENT = "text/html;fragment";

const find = (selector, within = document) => within.querySelector(selector);
const log = find("#log");
const compose = find("#compose");
let busy = false;
let failed = ""; // the message that did not get through, as it was sent
let changes = 0;

// --- Leaving: cover first, forget behind the cover, then replace this page so that Back does not return to it.

const leave = find("#leave");
const announcement = find("#leaving");

function forget() {
  const token = compose?.elements.namedItem("conversation").value;
  if (!token || !navigator.sendBeacon) return;
  const body = new Blob([JSON.stringify({ conversation: token })], { type: "application/json" });
  navigator.sendBeacon("/api/chat/forget", body);
}

function exit() {
  document.documentElement.classList.add("gone");
  announcement.textContent = announcement.dataset.now;
  try {
    forget();
  } finally {
    window.location.replace(leave.href);
  }
}

leave.addEventListener("click", (event) => {
  event.preventDefault();
  exit();
});

let presses = 0;
let timer;

function stopCounting() {
  if (presses > 0) announcement.textContent = announcement.dataset.stopped;
  presses = 0;
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift") {
    presses = 0; // Shift for a capital letter is not a wish to leave.
    clearTimeout(timer);
    return;
  }
  if (event.repeat) return;
  clearTimeout(timer);
  presses += 1;
  if (presses === KEY_PRESSES) return exit();
  announcement.textContent = presses === 1 ? announcement.dataset.two : announcement.dataset.one;
  timer = setTimeout(stopCounting, KEY_SECONDS * 1000);
});

if (window.matchMedia("(hover: hover) and (pointer: fine)").matches) {
  for (const hint of document.querySelectorAll(".with-keys")) hint.hidden = false;
}

// A page that the browser kept alive behind Back would show the chat again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.replace(leave.dataset.back ?? "/chat");
});

// --- Reading: what gets the focus or is scrolled to never lies under the bar, which grows with the text.

function keepClearOf(bar) {
  document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
}

new ResizeObserver(([entry]) => keepClearOf(entry.target)).observe(find(".bar"));

// --- Talking: the same form, sent without leaving the page; the server renders the reply.

const policy = window.trustedTypes?.createPolicy("signpost-chat", { createHTML: (html) => html });

function parse(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}

async function ask(body, path = "/chat") {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(path, {
      method: "POST", body, headers: { Accept: FRAGMENT }, signal: stop.signal, credentials: "omit", cache: "no-store",
    });
    if (!answer.ok) throw new Error("refused");
    return await answer.text();
  } finally {
    clearTimeout(clock);
  }
}

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

// "This is wrong" is told without leaving the chat; its thanks take the place of the form.
async function tell(form, pressed) {
  const body = new URLSearchParams(new FormData(form));
  body.set(pressed.name, pressed.value);
  form.inert = true;
  try {
    const said = document.importNode(find(".told", parse(await ask(body, "/chat/wrong"))), true);
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

// --- Counting: that a contact was opened, never by whom. Never anything when somebody leaves.

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-service]");
  const token = compose?.elements.namedItem("conversation").value;
  if (!link || !token || !navigator.sendBeacon) return;
  const told = { conversation: token, event: "contact-opened", service: link.dataset.service };
  navigator.sendBeacon("/api/chat/events", new Blob([JSON.stringify(told)], { type: "application/json" }));
});
