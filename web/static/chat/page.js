// What the parts of the page's script share. Keeps nothing, asks no other host.
export const find = (selector, within = document) => within.querySelector(selector);

// Where forms go: in a frame on a partner's page to addresses that a frame may show.
export const base = window.location.pathname.startsWith("/chat/frame") ? "/chat/frame" : "/chat";

// The token of the open conversation; none on a page without a chat.
export const conversation = () => find("#compose")?.elements.namedItem("conversation").value;
