// Takes a read message away.

export function attach(button) {
  button.addEventListener("click", () => {
    button.closest(".message").remove();
    document.getElementById("main")?.focus();
  });
}
