// A file can be dropped onto the place where it is chosen.

export function attach(place) {
  const input = place.querySelector('input[type="file"]');
  const mark = (isOver) => place.classList.toggle("drop--over", isOver);
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
