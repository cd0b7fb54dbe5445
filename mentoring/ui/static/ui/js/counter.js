// How many characters are left in a text with a limit.

const WORDS = { one: "знак", few: "знака", many: "знаков", other: "знака" };
const rules = new Intl.PluralRules("ru");

export function attach(field) {
  const place = document.createElement("p");
  place.className = "field__left";
  field.after(place);
  const show = () => {
    const left = field.maxLength - field.value.length;
    place.textContent = `Осталось ${left} ${WORDS[rules.select(left)]}`;
    place.classList.toggle("field__left--over", left <= 0);
  };
  field.addEventListener("input", show);
  show();
}
