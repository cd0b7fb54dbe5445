// Drafts of long forms live in this tab only: they survive a reload, a way back and a lost session, and die with the tab.

const PREFIX = "draft:";

export function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

export function write(key, draft) {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forget(key) {
  sessionStorage.removeItem(PREFIX + key);
}

function keys() {
  return Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

// After a form was sent: a page that is neither a sign-in nor the same form with errors means that it was taken.
export function settle() {
  const isSignIn = document.querySelector('input[type="password"]');
  const hasErrors = document.querySelector(".errors, .conflict");
  for (const key of keys()) {
    const draft = read(key);
    if (!draft?.sent) continue;
    if (isSignIn || hasErrors) write(key, { ...draft, sent: false });
    else forget(key);
  }
  for (const form of document.querySelectorAll("[data-clear-drafts]")) {
    form.addEventListener("submit", () => keys().forEach(forget));
  }
}
