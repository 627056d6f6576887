// Asking our server: it answers with parts of the page, rendered as without this script.
import { base } from "./page.js";

const PATIENCE = 12000;
const FRAGMENT = "text/html;fragment";

const policy = window.trustedTypes?.createPolicy("signpost-chat", { createHTML: (html) => html });

export function parse(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}

export const WHOLE = "text/html";

export async function ask(body, path = base, accept = FRAGMENT) {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(path, {
      method: "POST", body, headers: { Accept: accept }, signal: stop.signal, credentials: "omit", cache: "no-store",
    });
    if (!answer.ok) throw new Error("refused");
    return await answer.text();
  } finally {
    clearTimeout(clock);
  }
}
