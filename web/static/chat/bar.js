// What gets the focus or is scrolled to never lies under the bar, which grows with the text.
import { find } from "./page.js";

function keepClearOf(bar) {
  document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
}

new ResizeObserver(([entry]) => keepClearOf(entry.target)).observe(find(".bar"));
