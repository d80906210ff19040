// The bar above a report: whose file, what was changed, what can be downloaded.

import { words } from "./words.js";

const by = (selector) => document.querySelector(selector);

/** Bring the bar in line with the report. */
export function bar(one) {
  const { file, previous, amendments, view } = one;
  by("#file-name").textContent = file.name;
  by("#file-name").title = file.name;
  by("#revised").textContent = amendments.now.length
    ? words(amendments.unsaved ? "revised-unsaved" : "revised", { count: amendments.now.length })
    : "";
  by("[data-do=undo]").disabled = !amendments.canUndo;
  by("[data-do=redo]").disabled = !amendments.canRedo;
  beside(previous);
  notes(view?.notes ?? []);
  const edited = amendments.now.length ? view?.edited?.reason || words("cannot") : words("unchanged");
  offer("edited", amendments.now.length ? view?.edited?.suffix : null, edited);
  offer("annotated", view?.annotated?.suffix, view?.annotated?.reason || words("unannotated"));
}

function beside(previous) {
  const slot = by("#previous-slot");
  const name = by("#previous-name");
  slot.toggleAttribute("data-filled", Boolean(previous));
  by("[data-do=no-previous]").hidden = !previous;
  name.dataset.empty ??= name.textContent;
  name.textContent = previous ? words("previous", { name: previous.name }) : name.dataset.empty;
}

function notes(told) {
  const list = by("#notes");
  list.hidden = !told.length;
  list.replaceChildren(...told.map((each) => Object.assign(document.createElement("li"), { textContent: each })));
}

/** A download with its ending; one that cannot be made says why. */
function offer(kind, suffix, reason) {
  const button = by(`[data-file=${kind}]`);
  const about = by(`[data-about=${kind}]`);
  about.dataset.told ??= about.textContent;
  button.disabled = !suffix;
  by(`[data-suffix=${kind}]`).textContent = suffix ?? "";
  about.textContent = suffix ? about.dataset.told : reason;
}
