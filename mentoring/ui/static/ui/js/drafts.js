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

// Sent, but not taken: to be offered again.
export function keep(key) {
  write(key, { ...read(key), sent: false });
}

// A form that was taken is answered by leading on to another page; without a line, with errors or with a fault nothing leads on.
function wasLedHere() {
  const [arrival] = performance.getEntriesByType("navigation");
  return arrival?.redirectCount > 0;
}

let isSettled = false;

// What became of the forms sent before this page was opened. A sign-in means that the form was not looked at.
export function settle() {
  if (isSettled) return;
  isSettled = true;
  const isSignIn = document.querySelector('input[type="password"]');
  const hasErrors = document.querySelector(".errors, .conflict");
  const isTaken = wasLedHere() && !isSignIn && !hasErrors;
  for (const key of keys().filter((name) => read(name)?.sent)) {
    if (isTaken) forget(key);
    else keep(key);
  }
  for (const form of document.querySelectorAll("[data-clear-drafts]")) {
    form.addEventListener("submit", () => keys().forEach(forget));
  }
}
