// The launcher on a partner's page: a button and, once it is pressed, the chat in a frame that the page cannot read.
(() => {
  const script = document.currentScript;
  const site = new URL(script.src).origin;
  const AWAY = "https://www.bbc.co.uk/weather";
  const LEFT = "signpost:left"; // all that the frame is ever told: it covers itself and forgets
  const PATIENCE = 12000; // milliseconds for the frame to come, on a slow phone
  const GRACE = 2000; // and for its script to say so, once the browser has loaded whatever came
  const FAREWELL = 500; // for the frame to say that it forgets
  const KEY_PRESSES = 3;
  const KEY_PATIENCE = 5000;
  const SANDBOX =
    "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
  const NARROW = matchMedia("(max-width: 40rem), (max-height: 30rem)");
  const COLOUR = "#0f5257";
  const WORDS = {
    label: "Find support",
    close: "Close and forget",
    loading: "Loading.",
    failed: "The chat cannot be shown here.",
    danger: "In danger now? Ring 999. Cannot speak? Ring 999 on a mobile and stay on the line. When you hear the message, press 55.",
    ring: "Ring 999",
    page: "Open the chat in a page of its own",
    two: "Shift pressed once. Press it 2 more times to leave.",
    one: "Shift pressed twice. Press it once more to leave.",
    stopped: "You are still on this page.",
  };

  // Old browsers keep the plain link alone; a page that asks for the launcher twice gets one.
  if (!window.HTMLDialogElement || !document.adoptedStyleSheets || document.querySelector("signpost-launcher")) return;

  // Only what stands in the page itself is read: another script may have changed what every object inherits.
  const given = (name) => script.getAttribute(`data-${name}`)?.slice(0, 200);
  const say = (name) => given(name) || WORDS[name];
  const language = /^[a-z]{2,3}(-[a-z]{2})?$/i.test(given("language")) ? given("language") : "";

  function make(name, attributes, ...inside) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  }

  // Any colour will do: the words on it are black or white, whichever stands out better, at least 4.5 to 1.
  const colour = /^#[0-9a-f]{6}$/i.test(given("colour")) ? given("colour") : COLOUR;
  const light = [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => {
    const part = parseInt(colour.slice(2 * at + 1, 2 * at + 3), 16) / 255;
    return sum + weight * (part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92);
  }, 0);
  const ink = light > 0.179 ? "#000" : "#fff";

  // A style sheet of its own: a policy without inline styles allows it, and the page's styles stay outside.
  const style = new CSSStyleSheet();
  style.replaceSync(`:host { all: initial !important; }
    * { box-sizing: border-box; font: inherit; unicode-bidi: plaintext; }
    .open, .panel { position: fixed; z-index: 2147483647; inset: auto; inset-block-end: 1em; inset-inline-${given("position") === "start" ? "start" : "end"}: 1em; font: 1em/1.4 system-ui, sans-serif; }
    button { min-height: 44px; padding: .5em 1.1em; border: 2px solid ${ink}; border-radius: .5em; outline: 2px solid ${colour}; background: ${colour}; color: ${ink}; font-weight: 700; cursor: pointer; }
    .open { max-width: calc(100vw - 2em); }
    .panel { flex-direction: column; margin: 0; padding: 0; width: 26em; height: min(42em, 100vh - 2em); max-width: none; max-height: none; overflow: hidden; border: 2px solid ${colour}; border-radius: .5em; background: Canvas; color: CanvasText; color-scheme: light dark; }
    .panel:has(iframe:not([hidden])) { display: flex; }
    .close { flex: none; border-radius: 0; outline: 0; }
    .room { position: relative; flex: 1; min-height: 0; overflow: auto; }
    .help { padding: 1em; }
    a { display: flex; align-items: center; min-height: 44px; color: LinkText; }
    iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
    .is-failed iframe, .is-ready .help { visibility: hidden; }
    .is-ready { overflow: hidden; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    :focus-visible { outline: 3px solid ${ink}; outline-offset: -6px; }
    @media ${NARROW.media} { .panel { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; } }
    @media print { .open, .panel { display: none !important; } }`);

  const state = make("p", { role: "status" });
  const heard = make("p", { role: "status", class: "unseen" });
  const own = make("a", { href: `${site}/chat`, target: "_blank", rel: "noopener noreferrer" }, say("page"));
  const help = make("div", { class: "help" }, state, say("danger"), make("a", { href: "tel:999" }, say("ring")), own);
  const room = make("div", { class: "room" }, help);
  const shut = make("button", { type: "button", class: "close" }, say("close"));
  const panel = make("dialog", { class: "panel", "aria-label": say("label") }, shut, room, heard);
  const open = make("button", { type: "button", class: "open", "aria-haspopup": "dialog" }, say("label"));
  const launcher = make("signpost-launcher", { lang: language || "en-GB" });
  const shadow = launcher.attachShadow({ mode: "closed" });
  shadow.adoptedStyleSheets = [style];
  shadow.append(open, panel);

  let frame;
  let isReady;
  let waiting;
  let presses = 0;
  let counting;

  // Behind the frame stands whom to ring and the way to the chat's own page: in sight until it comes, or if it does not.
  function wait(time) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      room.className = "room is-failed";
      state.textContent = say("failed");
    }, time);
  }

  function listen({ source, data }) {
    if (!frame || source !== frame.contentWindow) return;
    if (data === "signpost:leave") away(); // it has forgotten already
    if (data !== "signpost:ready") return;
    isReady = true;
    clearTimeout(waiting);
    room.className = "room is-ready";
  }

  function show() {
    frame = make("iframe", {
      title: say("label"), sandbox: SANDBOX, referrerpolicy: "no-referrer", credentialless: "", src: language ? `${site}/chat/frame/in/${language}` : `${site}/chat/frame`,
    });
    frame.addEventListener("load", ({ target }) => {
      if (target !== frame) return; // closed meanwhile
      enter(); // what was there before the page came has lost the focus with it
      if (!isReady) wait(GRACE);
      isReady = false; // the next page in the frame says so anew
    });
    state.textContent = say("loading");
    room.append(frame);
    // On a phone nothing else can be reached; on a large screen the page stays in use, below the panel.
    if (NARROW.matches || !panel.showPopover) panel.showModal();
    else {
      panel.popover = "manual";
      panel.showPopover();
    }
    open.hidden = true;
    fit();
    frame.focus();
    wait(PATIENCE);
  }

  function enter() {
    if (shadow.activeElement !== frame) return;
    frame.blur();
    frame.focus();
  }

  // Out of sight, the frame forgets; what follows waits for its word, but not long.
  function dismiss(going, then) {
    const inside = going.contentWindow;
    const timer = setTimeout(done, FAREWELL);
    function hear({ source, data }) {
      if (source === inside && data === "signpost:forgotten") done();
    }
    function done() {
      clearTimeout(timer);
      window.removeEventListener("message", hear);
      then();
    }
    window.addEventListener("message", hear);
    inside.postMessage(LEFT, "*");
  }

  // The frame goes, and its conversation with it: whoever opens it next finds nothing.
  function close() {
    if (!frame) return;
    clearTimeout(waiting);
    const going = frame;
    going.hidden = true;
    dismiss(going, () => going.remove());
    frame = isReady = undefined;
    room.className = "room";
    if (panel.open) panel.close();
    panel.removeAttribute("popover");
    open.hidden = false;
    open.focus();
  }

  function cover() {
    document.documentElement.style.setProperty("display", "none", "important");
  }

  function away() {
    cover();
    location.replace(AWAY);
  }

  function leave() {
    cover();
    dismiss(frame, away);
  }

  // Above the keys on a phone's screen, so that the way out stays in sight while somebody types.
  function fit() {
    const seen = NARROW.matches && window.visualViewport;
    panel.style.height = seen ? `${seen.height}px` : "";
    panel.style.top = seen ? `${seen.offsetTop}px` : "";
  }

  function count({ key, repeat, altKey, ctrlKey, metaKey }) {
    if (!frame || repeat) return;
    clearTimeout(counting);
    presses = key === "Shift" && !(altKey || ctrlKey || metaKey) ? presses + 1 : 0;
    if (presses === KEY_PRESSES) return leave();
    if (!presses) return;
    heard.textContent = say(presses === 1 ? "two" : "one");
    counting = setTimeout(() => {
      presses = 0;
      heard.textContent = say("stopped");
    }, KEY_PATIENCE);
  }

  open.addEventListener("click", show);
  shut.addEventListener("click", close);
  panel.addEventListener("close", close);
  panel.addEventListener("cancel", (event) => event.preventDefault());
  window.addEventListener("pageshow", ({ persisted }) => persisted && close());
  window.addEventListener("keydown", count, true);
  window.addEventListener("message", listen);
  // With the chat open nothing may hold up the way out, not even a form of the page that asks whether to stay.
  window.addEventListener("beforeunload", (event) => frame && event.stopImmediatePropagation(), true);
  for (const change of ["resize", "scroll"]) window.visualViewport?.addEventListener(change, fit);

  const begin = () => document.body.append(launcher);
  if (document.body) begin();
  else window.addEventListener("DOMContentLoaded", begin);
})();
