// The bar with the emergency line and the way out is always in sight, and covers nothing that has the focus.
import { find } from "./page.js";

const page = document.documentElement.style;
const seen = window.visualViewport;

function keepClearOf(bar) {
  page.setProperty("--bar", `${bar.offsetHeight}px`);
}

// A soft keyboard and two fingers move what is seen over the page: the bar goes along, and keeps its size.
function follow() {
  page.setProperty("--seen", `translate(${seen.offsetLeft}px, ${seen.offsetTop}px) scale(${1 / seen.scale})`);
}

new ResizeObserver(([entry]) => keepClearOf(entry.target)).observe(find(".bar"));
for (const change of ["resize", "scroll"]) seen?.addEventListener(change, follow);
