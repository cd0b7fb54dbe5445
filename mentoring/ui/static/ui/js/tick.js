// A list inside a choice: taking something from it takes the choice, taking another choice empties the list.

export function attach(list) {
  const own = list.closest(".choice").querySelector("input[type=radio]");
  list.addEventListener("change", () => {
    if (list.value) own.checked = true;
  });
  own.form.addEventListener("change", (event) => {
    if (event.target.name === own.name && event.target !== own) list.value = "";
  });
}
