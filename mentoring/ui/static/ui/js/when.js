// A part of a form that belongs to one choice: it is shown and sent only while that choice is made.

export function attach(part) {
  const [name, value] = part.dataset.when.split("=");
  const form = part.closest("form");
  const heed = () => {
    const isChosen = new FormData(form).get(name) === value;
    part.hidden = !isChosen;
    part.disabled = !isChosen;
  };
  form.addEventListener("input", heed);
  window.addEventListener("pageshow", heed);
  heed();
}
