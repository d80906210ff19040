// What is chosen among the items: a severity and a family together; what is not chosen is quiet in the report as well.

import { all, shown } from "./within.js";

let chosen = { severity: "", family: "" };

/** A button was pressed: choose its kind, or no longer. */
export function press(button) {
  const { kind, filter } = button.dataset;
  if (kind === "all") chosen = { severity: "", family: "" };
  else chosen[kind] = chosen[kind] === filter ? "" : filter;
  sift();
}

/** A report was put in: what was chosen before stays chosen, where there still is such a thing. */
export function chooseAgain() {
  for (const kind of ["severity", "family"]) {
    if (!all(`[data-kind="${kind}"]`).some((each) => each.dataset.filter === chosen[kind])) chosen[kind] = "";
  }
  sift();
}

/** Choose everything, where an item that is not chosen is asked for. */
export function chooseAll() {
  chosen = { severity: "", family: "" };
  sift();
}

function sift() {
  const some = chosen.severity || chosen.family;
  for (const each of all("[data-filter]")) {
    const pressed = each.dataset.kind === "all" ? !some : chosen[each.dataset.kind] === each.dataset.filter;
    each.setAttribute("aria-pressed", String(pressed));
  }
  const seen = new Set();
  for (const card of all("[data-cause]")) {
    const { severity, family, cause } = card.dataset;
    card.hidden = Boolean((chosen.severity && severity !== chosen.severity) || (chosen.family && family !== chosen.family));
    if (!card.hidden) seen.add(cause);
  }
  for (const place of all("[data-causes]")) {
    place.classList.toggle("dim", !place.dataset.causes.split(" ").some((cause) => seen.has(cause)));
  }
  const none = shown.querySelector(".none-chosen");
  if (none) none.hidden = seen.size > 0;
}
