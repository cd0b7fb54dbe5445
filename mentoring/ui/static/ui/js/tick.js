// A list inside a choice: taking something from it takes the choice.

export function attach(list) {
  list.addEventListener("change", () => {
    const choice = list.closest(".choice")?.querySelector("input[type=radio]");
    if (choice && list.value) choice.checked = true;
  });
}
