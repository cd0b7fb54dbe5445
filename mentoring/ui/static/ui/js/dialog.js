// Opens a dialog of the same page instead of a page of its own.

export function attach(opener) {
  opener.addEventListener("click", (event) => {
    const dialog = document.getElementById(opener.dataset.dialogOpen);
    if (!dialog?.showModal) return;
    event.preventDefault();
    dialog.showModal();
    dialog.addEventListener("click", (click) => click.target === dialog && dialog.close());
  });
}
