// The language: kept in the address and, alone of all things, by the browser.

import { language } from "./words.js";

const KEY = "language";

/** Remember the language of the page; go to the remembered one where the address names none. */
export function settle() {
  const named = new URLSearchParams(location.search).get("lang");
  const kept = remembered();
  if (!named && kept && kept !== language()) {
    location.replace(`?lang=${kept}`);
    return;
  }
  keep(language());
}

/** Give the page its other language without leaving it: its words are asked for and take the place of these. */
export async function change(other) {
  const answer = await fetch(`./?lang=${other}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  const made = new DOMParser().parseFromString(await answer.text(), "text/html");
  keep(other);
  history.replaceState(history.state, "", `?lang=${other}`);
  document.documentElement.lang = made.documentElement.lang;
  document.title = made.title;
  document.body.replaceChildren(...made.body.childNodes);
}

function remembered() {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "zh" || kept === "en" ? kept : null;
  } catch {
    return null;
  }
}

function keep(chosen) {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // A browser that keeps nothing: the address still says it.
  }
}
