// Keeps what is being typed and offers it when the form is opened again.

import { forget, keep, keyOf, read, settle, write } from "./drafts.js";

const PAUSE_MS = 800;
const REFUSED = 400; // the first status that takes nothing; some of them are swapped in all the same
const SECRET = new Set(["password", "file", "hidden", "submit", "button"]);

function fields(form) {
  return [...form.elements].filter((field) => field.name && !SECRET.has(field.type) && !field.disabled);
}

function values(form) {
  return fields(form).map((field) => [field.name, field.type === "checkbox" || field.type === "radio" ? field.value : "", valueOf(field)]);
}

function valueOf(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked;
  if (field.type === "select-multiple") return [...field.selectedOptions].map((option) => option.value);
  return field.value;
}

function restore(form, saved) {
  for (const field of fields(form)) {
    const isTick = field.type === "checkbox" || field.type === "radio";
    const found = saved.find(([name, option]) => name === field.name && option === (isTick ? field.value : ""));
    if (!found) continue;
    if (isTick) field.checked = found[2];
    else if (field.type === "select-multiple") for (const option of field.options) option.selected = found[2].includes(option.value);
    else field.value = found[2];
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function time(moment) {
  return new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit" }).format(new Date(moment));
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button--plain";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function offer(form, key, draft) {
  const bar = document.createElement("div");
  bar.className = "notice notice--accent";
  const body = document.createElement("div");
  body.className = "notice__body";
  const text = document.createElement("p");
  text.textContent = `Здесь остался несохранённый текст от ${time(draft.at)}.`;
  const acts = document.createElement("div");
  acts.className = "actions";
  acts.append(
    button("Вернуть текст", () => { restore(form, draft.values); bar.remove(); }),
    button("Убрать", () => { forget(key); bar.remove(); }),
  );
  body.append(text, acts);
  bar.append(document.createElement("span"), body);
  form.prepend(bar);
}

function differs(form, saved) {
  return values(form).some(([name, option, value]) => {
    const found = saved.find((one) => one[0] === name && one[1] === option);
    return found && JSON.stringify(found[2]) !== JSON.stringify(value);
  });
}

export function attach(form) {
  settle();
  const key = keyOf(form);
  const draft = read(key);
  const isKept = form.querySelector(".errors, .conflict"); // the server has given back what was typed
  if (draft && !isKept && differs(form, draft.values)) offer(form, key, draft);

  const note = document.createElement("p");
  note.className = "form__draft";
  note.setAttribute("role", "status");
  form.append(note);
  let timer;
  const save = () => {
    if (!timer) return;
    timer = clearTimeout(timer);
    const at = Date.now();
    if (write(key, { at, sent: false, values: values(form) })) note.textContent = `Черновик цел, ${time(at)}: он в этой вкладке, пока вы её не закрыли.`;
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  });
  form.addEventListener("focusout", save);
  window.addEventListener("pagehide", save);
  form.addEventListener("submit", () => {
    timer = clearTimeout(timer);
    write(key, { at: Date.now(), sent: true, values: values(form) });
  });
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.target !== form) return;
    if (event.detail.xhr.status < REFUSED) forget(key);
    else keep(key);
  });
}
