// The ARIA combobox with a list: arrows, Enter, Esc; the chosen value goes into a hidden field.

import { isSignedOut, tellSignedOut } from "./requests.js";

const PAUSE_MS = 200;

export function attach(box) {
  const input = box.querySelector('input[type="text"]');
  const value = box.querySelector("[data-combobox-value]");
  const list = box.querySelector('[role="listbox"]');
  const status = box.querySelector("[data-combobox-status]");
  const options = () => [...list.querySelectorAll('[role="option"]:not([aria-disabled])')];
  let active = -1;
  let timer;
  let asked;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  toggle(false);

  function toggle(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) point(-1);
  }

  function point(index) {
    active = index;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function choose(option) {
    input.value = option.dataset.title;
    value.value = option.dataset.value;
    status.textContent = `Выбрано: ${option.dataset.title}`;
    toggle(false);
    value.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const url = new URL(box.dataset.url, location.href);
    url.searchParams.set("q", input.value);
    url.searchParams.set("field", input.id);
    try {
      const answer = await fetch(url, { headers: { "HX-Request": "true" }, signal: asked.signal });
      if (isSignedOut(answer.status, answer.url)) return tellSignedOut();
      if (!answer.ok) return;
      list.innerHTML = await answer.text();
      toggle(true);
      point(-1);
      status.textContent = options().length ? `Вариантов: ${options().length}` : "Ничего не нашлось";
    } catch (error) {
      if (error.name !== "AbortError") toggle(false);
    }
  }

  input.addEventListener("input", () => {
    value.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return ask();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (count) point(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      choose(options()[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      toggle(false);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest('[role="option"]:not([aria-disabled])');
    if (option) choose(option);
  });
  input.addEventListener("blur", () => toggle(false));
}
