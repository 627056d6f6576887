// Saying aloud what came: plain text in live regions of their own, each item gone after a second, so that nobody comes
// upon it twice. The transcript itself is not live: of its cards and links a screen reader would say too much.
import { find } from "./page.js";

const STAY = 1000; // a screen reader has queued it by then, and some miss what goes sooner
const PACE = 250; // of two items that come at once some say one
const SAID = ":scope > p, .danger-words > p, .steps > li, h3, .call";

const polite = region("polite");
const assertive = region("assertive");
const waiting = [];
let busy = false;

// Without a role: with one, some screen readers say an item twice.
function region(manner) {
  const place = document.createElement("div");
  place.className = "unseen";
  place.setAttribute("aria-live", manner);
  document.body.append(place);
  return place;
}

function sentence(part) {
  const copy = part.cloneNode(true);
  for (const hidden of copy.querySelectorAll(".unseen")) hidden.remove();
  const text = copy.textContent.trim().replace(/\s+/g, " ");
  return /[.?!:…]$/.test(text) ? text : `${text}.`;
}

const sentences = (parts) => parts.map(sentence).join(" ");

// Who says it, its sentences, and the names and numbers of services: nothing folded, no buttons, no small print.
function message(article) {
  const parts = [...article.querySelectorAll(SAID)].filter((part) => !part.closest("details:not([open])"));
  return {
    text: `${find(".who", article).textContent}: ${sentences(parts)}`,
    lang: find(".danger-words", article)?.lang,
    isUrgent: article.matches(".is-crisis"),
  };
}

// The answers to choose from, and that one may type instead.
function choices(form) {
  const answers = sentences([...form.querySelectorAll("button")]);
  return { text: `${find("legend", form).textContent}: ${answers} ${find("label[for=text]").textContent}.` };
}

function put({ text, lang, isUrgent }) {
  const item = document.createElement("p");
  item.textContent = text;
  if (lang) item.lang = lang;
  (isUrgent ? assertive : polite).append(item);
  setTimeout(() => item.remove(), STAY);
}

async function run() {
  busy = true;
  while (waiting.length) {
    const item = waiting.shift();
    put(item);
    await new Promise((done) => setTimeout(done, item.isUrgent ? STAY : PACE));
  }
  busy = false;
}

// Danger cuts off what is being said, and with some screen readers also what is queued: it goes first, and alone.
export function announce(place) {
  const isTurn = place.matches(".turn");
  const items = [...(isTurn ? place.querySelectorAll(".message.is-us") : [place])].map(message);
  const offered = find("#reply .choices");
  if (isTurn && offered) items.push(choices(offered));
  const before = waiting.splice(0);
  waiting.push(...items.filter((item) => item.isUrgent), ...before, ...items.filter((item) => !item.isUrgent));
  if (!busy) run();
}
