// As its guides show it, with the nonce that it asks for where a page has a policy.
window.WebChat.renderWebChat(
  {
    directLine: window.WebChat.createDirectLine({
      domain: `${location.origin}/direct-line`,
      token: "local",
    }),
    nonce: document.currentScript.dataset.nonce,
    locale: "en-GB",
  },
  document.querySelector("#chat"),
);
