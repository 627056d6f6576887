// The box to type in. The focus comes to it after a press elsewhere without raising the soft keyboard, which would cover
// the answer; a tap into it, or typing, has the keyboard as ever.
import { find } from "./page.js";

const box = find("#text");

const isQuiet = () => box.inputMode === "none";

export function focusQuietly() {
  if (document.activeElement === box) return;
  box.inputMode = "none";
  box.focus({ preventScroll: true });
}

box.addEventListener("blur", () => box.removeAttribute("inputmode"));
box.addEventListener("beforeinput", () => box.removeAttribute("inputmode"));
// A box that has the focus already is not asked for its keyboard again: a tap has to find it without.
box.addEventListener("pointerdown", () => isQuiet() && box.blur());

// Enter sends, as on every chat; with Shift it makes a new line, and while a word is composed it ends the word.
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  box.form.requestSubmit();
});
