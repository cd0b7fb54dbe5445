// A file can be dropped onto the place where it is chosen; one that the server would not take is told at once.

function tell(input, sentence) {
  const field = input.closest(".field");
  const id = `${input.id}_error`;
  document.getElementById(id)?.remove();
  field.classList.toggle("field--wrong", Boolean(sentence));
  if (!sentence) return input.removeAttribute("aria-invalid");
  const error = document.createElement("p");
  error.id = id;
  error.className = "field__error";
  error.setAttribute("role", "alert");
  error.textContent = sentence;
  field.querySelector(".field__control").before(error);
  input.setAttribute("aria-invalid", "true");
  const known = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  input.setAttribute("aria-describedby", [...known, id].join(" "));
}

function check(input) {
  const most = Number(input.dataset.maxBytes);
  if (!most || !input.files.length) return;
  const isTooLarge = [...input.files].some((file) => file.size > most);
  if (isTooLarge) input.value = "";
  tell(input, isTooLarge ? input.dataset.tooLarge : "");
}

export function attach(place) {
  const input = place.querySelector('input[type="file"]');
  const mark = (isOver) => place.classList.toggle("drop--over", isOver);
  input.addEventListener("change", () => check(input));
  place.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
  place.addEventListener("dragleave", () => mark(false));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.focus();
  });
}
