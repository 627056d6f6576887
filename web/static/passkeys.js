// Passkeys: asks our server what has to be signed, lets the device sign it, and sends the page's form with the answer.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const withBytes = (named) => (named ?? []).map((each) => ({ ...each, id: toBytes(each.id) }));

async function ask(what, token) {
  const answer = await fetch(`/staff/passkeys/${what}`, {
    method: "POST",
    body: new URLSearchParams({ form_token: token }),
  });
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("application/json")) {
    throw new Error("not answered");
  }
  return answer.json();
}

async function make(options) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...options.user, id: toBytes(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  return {
    ...described(made),
    response: {
      clientDataJSON: toText(made.response.clientDataJSON),
      attestationObject: toText(made.response.attestationObject),
    },
  };
}

async function prove(options) {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: withBytes(options.allowCredentials),
  };
  const proved = await navigator.credentials.get({ publicKey });
  return {
    ...described(proved),
    response: {
      clientDataJSON: toText(proved.response.clientDataJSON),
      authenticatorData: toText(proved.response.authenticatorData),
      signature: toText(proved.response.signature),
      userHandle: proved.response.userHandle ? toText(proved.response.userHandle) : null,
    },
  };
}

const described = (credential) => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
});

function wire(part) {
  const button = part.querySelector("button");
  const failed = part.querySelector("[role=alert]");
  const { passkey: what, field, token } = part.dataset;
  part.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    failed.hidden = true;
    try {
      const options = await ask(what, token);
      const answer = await (what === "offer" ? make(options) : prove(options));
      const form = part.closest("form");
      form.elements.namedItem(field).value = JSON.stringify(answer);
      HTMLFormElement.prototype.submit.call(form);
    } catch {
      failed.hidden = false;
      button.disabled = false;
    }
  });
}

if (window.PublicKeyCredential) {
  document.querySelectorAll("[data-passkey]").forEach(wire);
  document.querySelectorAll("[data-no-passkeys]").forEach((each) => {
    each.hidden = true;
  });
}
