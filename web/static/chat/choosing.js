// Another language or shorter words come with a new page. Without a connection that would be the browser's own, with
// nobody to ring and no way out on it: so the page stays, and says so.
import { find } from "./page.js";

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(".choosing")) return;
  if (!navigator.onLine) event.preventDefault();
  find(".failed", form).hidden = navigator.onLine;
});
