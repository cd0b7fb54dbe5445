// An opened menu closes by Esc, by a click outside, by opening another.

const EDGE_PX = 8;

// A panel grows towards the middle of the page from the side where there is room.
function place(menu) {
  const side = `${menu.classList[0]}--start`;
  menu.classList.remove(side);
  const panel = menu.querySelector("summary").nextElementSibling;
  if (panel && panel.getBoundingClientRect().left < EDGE_PX) menu.classList.add(side);
}

export function attach(menu) {
  menu.addEventListener("toggle", () => menu.open && place(menu));
  const summary = menu.querySelector("summary");
  const close = (returnsFocus) => {
    if (!menu.open) return;
    menu.open = false;
    if (returnsFocus) summary.focus();
  };
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      event.stopPropagation();
      close(true);
    }
  });
  document.addEventListener("click", (event) => !menu.contains(event.target) && close(false));
  menu.addEventListener("focusout", (event) => event.relatedTarget && !menu.contains(event.relatedTarget) && close(false));
  for (const button of menu.querySelectorAll("[data-menu-close]")) button.addEventListener("click", () => close(true));
}
