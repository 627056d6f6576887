// New messages out of sight: a button says so and goes there. The page follows them by itself only while the person
// has stayed where they sent from.
import { find, focusOn } from "./page.js";

const button = find("#newer");
let newest;
let from = 0;
let stayed = true;

// It stays as long as it has the focus, which would be lost with it.
function hide() {
  if (document.activeElement === button) button.addEventListener("blur", hide, { once: true });
  else button.hidden = true;
}

const inSight = new IntersectionObserver((seen) => {
  if (!seen.pop().isIntersecting) {
    button.hidden = false;
    return;
  }
  inSight.disconnect();
  hide();
});

export function sentFromHere() {
  from = window.scrollY;
}

// Before anything is put on the page: a browser scrolls along with what grows above it.
export function arriving() {
  stayed = Math.abs(window.scrollY - from) < window.innerHeight / 2;
}

export function follow(place) {
  newest = place;
  if (stayed) place.scrollIntoView({ block: "start" });
  inSight.disconnect();
  inSight.observe(place);
}

button.addEventListener("click", () => {
  newest.scrollIntoView({ block: "start" });
  focusOn(find(".message.is-us", newest) ?? newest);
});
