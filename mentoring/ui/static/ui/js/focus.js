// What has just come and must be read takes the focus: a summary of errors, a conflict, a result.

const NEAR_SCREENS = 2;
let isFresh = true;
let isTaken = false;
document.addEventListener("htmx:afterSettle", () => { isFresh = false; });

// On a fresh page only what is marked «load» and stands near the top: the rest of the page is what the person came for.
function mayTake(element) {
  if (!isFresh) return true;
  return !isTaken && element.dataset.focus === "load" && element.getBoundingClientRect().top < NEAR_SCREENS * window.innerHeight;
}

export function attach(element) {
  if (!mayTake(element)) return;
  if (!element.matches("a, button, input, select, textarea, [tabindex]")) element.setAttribute("tabindex", "-1");
  isTaken = true;
  element.focus();
}
