// Which units of an audit are seen: by a number above them, by their name.

import { words } from "./words.js";

const by = (id) => document.getElementById(id);
const tiles = () => [...by("audit-head").querySelectorAll("[data-wanted]")];

function chosen() {
  const tile = tiles().find((each) => each.getAttribute("aria-pressed") === "true");
  return { wanted: tile?.dataset.wanted ?? "", text: by("audit-search").value };
}

/** Choose: by a number (empty: all), by a part of the name or the number of a unit. */
export function choose({ wanted = "", text = "" }) {
  by("audit-search").value = text;
  for (const tile of tiles()) tile.setAttribute("aria-pressed", String(tile.dataset.wanted === wanted));
  sift();
}

/** Choose by a number; the one that is chosen already lets go. */
export function press(tile) {
  const { wanted, text } = chosen();
  choose({ wanted: tile.dataset.wanted === wanted ? "" : tile.dataset.wanted, text });
}

/** Show what is chosen, with the heads of those groups only that have any of it. */
export function sift() {
  const { wanted, text } = chosen();
  const rows = [...by("audit-matrix").querySelectorAll("tr[data-conclusion]")];
  for (const row of rows) {
    const counted = !wanted || row.dataset.counted.split(" ").includes(wanted);
    row.hidden = !counted || !row.querySelector("th").textContent.includes(text.trim());
  }
  const seen = rows.filter((row) => !row.hidden);
  for (const group of by("audit-matrix").querySelectorAll("tbody")) {
    const left = seen.filter((row) => group.contains(row)).length;
    group.hidden = left === 0;
    group.querySelector("small").textContent = String(left);
  }
  by("audit-matrix").querySelector("table").parentElement.hidden = seen.length === 0;
  const less = seen.length < rows.length;
  by("audit-seen").textContent = seen.length === 0 ? words("none", {}, "audit-words")
    : less ? words("seen", { count: seen.length, all: rows.length }, "audit-words") : "";
}
