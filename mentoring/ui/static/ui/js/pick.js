// «Выбрать все» over the ticks of one table, and how many are chosen.

export function attach(all) {
  const table = all.closest("table");
  const scope = all.closest("form") ?? document;
  const picks = () => [...table.querySelectorAll("[data-pick]")].filter((pick) => !pick.disabled);
  const show = () => {
    const chosen = picks().filter((pick) => pick.checked).length;
    all.checked = chosen > 0 && chosen === picks().length;
    all.indeterminate = chosen > 0 && !all.checked;
    for (const place of scope.querySelectorAll("[data-picked]")) place.textContent = `: ${chosen}`;
    for (const bar of scope.querySelectorAll(".bulk")) bar.classList.toggle("bulk--idle", chosen === 0);
  };
  all.addEventListener("change", () => {
    for (const pick of picks()) pick.checked = all.checked;
    show();
  });
  table.addEventListener("change", show);
  show();
}
