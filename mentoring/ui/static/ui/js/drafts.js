// Drafts of long forms live in this tab only: they survive a reload, a way back and a lost session, and die with the tab.
// Each belongs to the person who typed it: the page of another one throws it away before anything is offered.

const EVERYBODYS = "draft:";
const owner = () => document.body.dataset.owner ?? "";
const prefix = () => `${EVERYBODYS}${owner()}:`;
const all = () => Object.keys(sessionStorage).filter((name) => name.startsWith(EVERYBODYS));

function load(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

function store(name, draft) {
  try {
    sessionStorage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export const read = (key) => load(prefix() + key);
export const write = (key, draft) => store(prefix() + key, draft);
export const forget = (key) => sessionStorage.removeItem(prefix() + key);

// Sent, but not taken: to be offered again.
export const keep = (key) => write(key, { ...read(key), sent: false });

const keys = new WeakMap();

// The key of a form stays the same when the address changes under it.
export function keyOf(form) {
  if (!keys.has(form)) keys.set(form, `${location.pathname}:${form.dataset.autosave}`);
  return keys.get(form);
}

export const hasDraft = (form) => keys.has(form) && read(keyOf(form)) !== null;

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
  for (const name of all()) {
    const isOwn = name.startsWith(prefix());
    if ((owner() && !isOwn) || (isOwn && isTaken && load(name)?.sent)) sessionStorage.removeItem(name);
    else store(name, { ...load(name), sent: false });
  }
  for (const form of document.querySelectorAll("[data-clear-drafts]")) {
    form.addEventListener("submit", () => all().forEach((name) => sessionStorage.removeItem(name)));
  }
}
