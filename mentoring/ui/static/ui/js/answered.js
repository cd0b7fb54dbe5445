// A refused form stands in the history as its page, so that Back and Reload open that page and ask nothing about sending again.

function address() {
  const from = document.referrer && new URL(document.referrer);
  if (!from || from.origin !== location.origin) return null;
  if (document.querySelector(".error-code")) return from.href;
  return from.pathname === location.pathname && document.querySelector(".errors, .conflict") ? location.href : null;
}

export function attach() {
  const page = address();
  if (page) history.replaceState(null, "", page);
}
