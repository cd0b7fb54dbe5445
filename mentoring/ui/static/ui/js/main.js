// Behaviour is attached by data- attributes; every page works without any of it.
// A module is fetched only by pages that have its attribute.

const BEHAVIOURS = {
  answered: "[data-posted]",
  autosave: "[data-autosave]",
  back: "[data-back]",
  combobox: "[data-combobox]",
  copy: "[data-copy]",
  counter: "[data-counter]",
  dialog: "[data-dialog-open]",
  dirty: "[data-dirty]",
  dismiss: "[data-dismiss]",
  drop: "[data-drop]",
  focus: "[data-focus]",
  menu: "[data-menu]",
  once: "[data-once]",
  pick: "[data-pick-all]",
  print: "[data-print]",
  tick: "[data-tick]",
  when: "[data-when]",
};

const attached = new WeakMap();

async function enliven(root) {
  for (const [name, selector] of Object.entries(BEHAVIOURS)) {
    const found = [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)];
    if (!found.length) continue;
    const module = await import(`./${name}.js`);
    for (const element of found) {
      const known = attached.get(element) ?? new Set();
      if (known.has(name)) continue;
      attached.set(element, known.add(name));
      module.attach(element);
    }
  }
}

document.documentElement.classList.add("js");
enliven(document);
document.addEventListener("htmx:afterSwap", () => { document.documentElement.dataset.swapped = "yes"; });
document.addEventListener("htmx:load", (event) => enliven(event.detail.elt));
import("./requests.js").then((module) => module.watch());
import("./drafts.js").then((module) => module.settle());
