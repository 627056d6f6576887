// What the parts of the page's script share. Keeps nothing, asks no other host.
export const find = (selector, within = document) => within.querySelector(selector);

// Where forms go: in a frame on a partner's page to addresses that a frame may show.
export const base = window.location.pathname.startsWith("/chat/frame") ? "/chat/frame" : "/chat";

// The token of the open conversation; none on a page without a chat.
export const conversation = () => find("#compose")?.elements.namedItem("conversation").value;

// Hands the focus to a place that takes none by itself, for as long as it stays there.
export function focusOn(place) {
  place.tabIndex = -1;
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  place.focus({ preventScroll: true });
}
