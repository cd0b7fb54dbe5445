// What to say when a part of a page does not come: signed out, no connection, a fault; and where the focus goes after a swap.

function tell(text, link) {
  const place = document.getElementById("messages");
  if (!place) return;
  const message = document.createElement("div");
  message.className = "message message--late";
  const words = document.createElement("p");
  words.className = "message__text";
  words.textContent = text;
  message.append(document.createElement("span"), words);
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link.url;
    anchor.target = "_blank";
    anchor.rel = "noopener";
    anchor.className = "button";
    anchor.textContent = link.words;
    message.append(anchor);
  }
  place.replaceChildren(message);
  place.scrollIntoView({ block: "nearest" });
}

export function isSignedOut(status, url) {
  const signIn = document.body.dataset.signIn;
  return status === 401 || Boolean(signIn && url && new URL(url, location.href).pathname === signIn && location.pathname !== signIn);
}

export function tellSignedOut() {
  tell("Вы давно ничего не делали, и вход закрылся. Войдите в соседней вкладке и повторите: набранное здесь цело.", {
    url: document.body.dataset.signIn || "/",
    words: "Войти",
  });
}

export function watch() {
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (!isSignedOut(xhr.status, xhr.responseURL)) return;
    event.detail.shouldSwap = false;
    tellSignedOut();
  });
  document.addEventListener("htmx:sendError", () => tell("Связь прервалась. Набранное цело: проверьте интернет и повторите."));
  document.addEventListener("htmx:responseError", (event) => {
    const { status, responseURL } = event.detail.xhr;
    if (!isSignedOut(status, responseURL)) tell("У нас что-то сломалось. Подождите минуту и повторите.");
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const swapped = event.detail.elt;
    if (document.activeElement !== document.body || swapped.querySelector?.("[data-focus]")) return;
    const target = document.getElementById(event.detail.target?.id) ?? swapped;
    if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
  });
}
