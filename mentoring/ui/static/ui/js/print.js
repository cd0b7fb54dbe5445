// Opens the window of printing.

export function attach(button) {
  button.addEventListener("click", () => window.print());
}
