// A form opened inside a page gives the focus back to what opened it once it has closed.

import { hasDraft } from "./drafts.js";

const KEPT = "Набранное не сохранено, но цело: откройте это место ещё раз и нажмите «Вернуть текст».";

function tellBeside(opener) {
  const note = document.createElement("p");
  note.className = "form__draft";
  note.setAttribute("role", "status");
  (opener.closest(".row, .actions") ?? opener).after(note);
  note.textContent = KEPT;
}

export function attach(form) {
  const id = form.dataset.back;
  const close = () => {
    if (form.isConnected) return;
    document.removeEventListener("htmx:afterSettle", close);
    const opener = document.getElementById(id);
    if (!opener || document.querySelector(`[data-back="${id}"]`)) return;
    if (hasDraft(form)) tellBeside(opener);
    if (document.querySelector("[data-back]")) return;
    opener.focus({ preventScroll: true });
    (opener.closest("tr, li") ?? opener).scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("htmx:afterSettle", close);
}
