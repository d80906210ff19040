// What the script says: the words stand in the page, in the page's language.

/** The words of a key with its {places} filled; `place` is the element that holds them. */
export function words(key, values = {}, place = "words") {
  const name = key.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const told = document.getElementById(place).dataset[name] ?? "";
  return told.replace(/\{(\w+)\}/g, (_, each) => String(values[each] ?? ""));
}

/** The language of the page: "zh" or "en". */
export function language() {
  return document.documentElement.lang === "en" ? "en" : "zh";
}

/** The most bytes that a file may have. */
export function largest() {
  return Number(document.getElementById("words").dataset.most);
}

let told = 0;

/** Say something for a moment, to the eye and to a screen reader. */
export function say(text) {
  let place = document.getElementById("said");
  if (!place) {
    place = document.createElement("p");
    place.id = "said";
    place.className = "said";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.hidden = false;
  place.textContent = text;
  clearTimeout(told);
  told = setTimeout(() => { place.hidden = true; }, 5000);
}
