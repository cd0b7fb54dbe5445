// What has just come and must be read takes the focus: a summary of errors, a conflict, a result.

const NEAR_SCREENS = 2;
const LOW_ON_SCREEN = 0.6;
const isFresh = () => !("swapped" in document.documentElement.dataset);
let isTaken = false;

// On a fresh page only what is marked «load» and stands near the top: the rest of the page is what the person came for.
function mayTake(element) {
  if (!isFresh()) return true;
  return !isTaken && element.dataset.focus === "load" && element.getBoundingClientRect().top < NEAR_SCREENS * window.innerHeight;
}

// What is taller than the screen is shown from its beginning; the browser by itself would show its middle or its end.
function show(element) {
  const { top } = element.getBoundingClientRect();
  if (top < 0 || top > LOW_ON_SCREEN * window.innerHeight) element.scrollIntoView({ block: "start" });
}

export function attach(element) {
  if (!mayTake(element)) return;
  if (!element.matches("a, button, input, select, textarea, [tabindex]")) element.setAttribute("tabindex", "-1");
  isTaken = true;
  element.focus({ preventScroll: !isFresh() });
  if (!isFresh()) show(element);
}
