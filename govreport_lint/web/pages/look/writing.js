// A figure or a sentence of the report turned into a field, and what is written in it asked for.

import { away } from "./pointing.js";
import { all, ask } from "./within.js";

/** Turn a figure into a field. */
export function refill(cell) {
  if (cell.dataset.state === "missing" || cell.querySelector("input")) return;
  away();
  const before = [...cell.childNodes];
  const old = printed(cell);
  const field = document.createElement("input");
  field.value = old;
  field.inputMode = "numeric";
  field.setAttribute("aria-label", cell.closest("tr").querySelector("th.label, th")?.textContent ?? "");
  cell.replaceChildren(field);
  field.select();
  let over = false;
  const end = (keep) => {
    if (over) return;
    over = true;
    const text = field.value.trim();
    cell.replaceChildren(...before);
    const { table, row, column } = cell.dataset;
    if (keep && text !== old) ask("report:amend", [{ table, row, column, text }]);
  };
  field.addEventListener("blur", () => end(true));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end(false);
    if (event.key === "Enter") end(true);
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      cell.tabIndex = 0;
      cell.focus();
    }
    if (event.key === "Tab") {
      const cells = all("td[data-table]:not([data-state=missing])");
      const next = cells[cells.indexOf(cell) + (event.shiftKey ? -1 : 1)];
      if (next) {
        event.preventDefault();
        end(true);
        refill(next);
      }
    }
  });
}

/** What a cell prints, without its marks and what is advised beside it. */
function printed(cell) {
  if (cell.dataset.state === "blank") return "";
  const copy = cell.cloneNode(true);
  for (const each of all("ins, del, sup, .unseen", copy)) each.remove();
  return copy.textContent.trim();
}

/** Turn a paragraph into a field. */
export function rewrite(text) {
  const block = text.closest(".block");
  if (block.querySelector("form")) return;
  away();
  const copy = text.cloneNode(true);
  for (const each of all("sup, .unseen", copy)) each.remove();
  const old = copy.textContent;
  const made = document.getElementById("rewriting").content.cloneNode(true);
  const form = made.querySelector("form");
  const field = made.querySelector("textarea");
  field.value = old;
  field.rows = Math.min(16, Math.max(2, Math.ceil(old.length / 34)));
  const end = () => {
    form.remove();
    text.hidden = false;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    const now = field.value.replace(/\s*\n\s*/g, "");
    end();
    if (now !== old) ask("report:amend", [{ block: Number(text.dataset.block), text: now }]);
  });
  form.querySelector("[type=button]").addEventListener("click", end);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      end();
    }
  });
  text.hidden = true;
  block.append(made);
  field.focus();
}
