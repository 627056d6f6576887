// What the parts of the page's script share. Keeps nothing, asks no other host.
export const find = (selector, within = document) => within.querySelector(selector);

// The token of the open conversation; none on a page without a chat.
export const conversation = () => find("#compose")?.elements.namedItem("conversation").value;
