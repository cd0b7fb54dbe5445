// A doubled click sends a form once. The server has a token for the same; this spares people the doubt.

const PATIENCE_MS = 20000;
const DOUBLE_CLICK_MS = 1500; // a form that is answered by a file leaves its page as it is: a later click means it

function release(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
}

export function attach(form) {
  form.addEventListener(
    "submit",
    (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      form.dataset.sent = "yes";
      event.submitter?.setAttribute("aria-busy", "true");
      setTimeout(() => release(form), form.dataset.once === "download" ? DOUBLE_CLICK_MS : PATIENCE_MS);
    },
    true,
  );
  form.addEventListener("htmx:afterRequest", () => release(form));
  window.addEventListener("pageshow", (event) => event.persisted && release(form));
}
