// Copies a text and says so.

const SHOWN_MS = 4000;

export function attach(button) {
  const words = button.querySelector("span");
  const label = words.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      words.textContent = "Скопировано";
    } catch {
      words.textContent = "Браузер не дал скопировать: выделите текст сами";
    }
    setTimeout(() => { words.textContent = label; }, SHOWN_MS);
  });
}
