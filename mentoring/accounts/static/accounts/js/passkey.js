// Passkeys: a form with data-passkey="add" or "use" asks the browser for a credential and sends it as its hidden field.
// The options come from data-passkey-options, or from the address in data-passkey-url when the button is pressed.

const WORDS = {
  NotAllowedError: "Ключ не выбран или время вышло. Нажмите кнопку ещё раз.",
  InvalidStateError: "Этот ключ уже добавлен. Возьмите другой.",
  SecurityError: "На этом адресе ключи не работают. Откройте сайт по имени localhost или по https.",
};
const OTHER = "Браузер не смог прочитать ключ. Войдите другим способом.";

function toBytes(text) {
  const padded = text.replace(/-/g, "+").replace(/_/g, "/").padEnd(Math.ceil(text.length / 4) * 4, "=");
  return Uint8Array.from(atob(padded), (sign) => sign.charCodeAt(0));
}

function toText(buffer) {
  const signs = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function withBytes(list) {
  return (list ?? []).map((item) => ({ ...item, id: toBytes(item.id) }));
}

async function add(options, isPasswordless) {
  const asked = options.publicKey;
  const selection = { ...asked.authenticatorSelection };
  if (isPasswordless) {
    Object.assign(selection, { residentKey: "required", requireResidentKey: true, userVerification: "required" });
  }
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      authenticatorSelection: selection,
      challenge: toBytes(asked.challenge),
      user: { ...asked.user, id: toBytes(asked.user.id) },
      excludeCredentials: withBytes(asked.excludeCredentials),
    },
  });
  return {
    ...common(made),
    response: {
      clientDataJSON: toText(made.response.clientDataJSON),
      attestationObject: toText(made.response.attestationObject),
      transports: made.response.getTransports?.() ?? [],
    },
  };
}

async function use(options) {
  const asked = options.publicKey;
  const found = await navigator.credentials.get({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      allowCredentials: withBytes(asked.allowCredentials),
    },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = found.response;
  return {
    ...common(found),
    response: {
      clientDataJSON: toText(clientDataJSON),
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      userHandle: userHandle ? toText(userHandle) : null,
    },
  };
}

function common(credential) {
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function optionsOf(form) {
  if (form.dataset.passkeyOptions) return JSON.parse(form.dataset.passkeyOptions);
  const answer = await fetch(form.dataset.passkeyUrl, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`options: ${answer.status}`);
  return (await answer.json()).request_options;
}

async function start(form, problem) {
  problem.textContent = "";
  try {
    const options = await optionsOf(form);
    const isPasswordless = form.querySelector("[name=passwordless]")?.checked ?? false;
    const credential = form.dataset.passkey === "add" ? await add(options, isPasswordless) : await use(options);
    form.querySelector("[name=credential]").value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    problem.textContent = WORDS[error.name] ?? OTHER;
  }
}

for (const form of document.querySelectorAll("[data-passkey]")) {
  const button = form.querySelector("[data-passkey-start]");
  const problem = form.querySelector("[data-passkey-problem]");
  if (!window.PublicKeyCredential) {
    problem.textContent = "Этот браузер не умеет работать с ключами входа.";
    button.disabled = true;
    continue;
  }
  button.addEventListener("click", () => start(form, problem));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start(form, problem);
  });
}
