// The page as a whole: what is dropped, clicked and typed leads to what is done.

import { asked, fileOf, Refusal } from "./asking.js";
import { openBlank, sendBlank } from "./blank.js";
import { bar } from "./bar.js";
import { chosen, dropped, holdsFiles, meant } from "./dropped.js";
import { change, settle } from "./language.js";
import { failed, One } from "./one.js";
import { at, remember, show } from "./places.js";
import { say, words } from "./words.js";

const one = new One();
let latest = [];

/** One file leads to its report, several or a zip to the audit. */
async function take(files) {
  const some = files.filter(meant);
  if (!some.length) {
    say(words("empty"));
    return;
  }
  if (!(await mayLeave())) return;
  latest = some;
  if (some.length === 1 && !/\.zip$/i.test(some[0].file.name)) {
    await one.open(some[0].file);
    return;
  }
  const container = document.getElementById("audit");
  if (!container) {
    failed("", new Refusal(words("one-only")));
    return;
  }
  one.close();
  show("audit");
  remember("audit");
  document.dispatchEvent(new CustomEvent("audit:files", { detail: { files: some, container } }));
}

async function sample() {
  if (!(await mayLeave())) return;
  try {
    const { name, blob } = await fileOf(await asked("page/sample", null, null, "GET"));
    const file = new File([blob], name || "sample.docx");
    latest = [{ path: file.name, file }];
    await one.open(file);
  } catch (error) {
    failed("", error);
  }
}

/** Whether what was changed may be lost; asked only where there is something to lose. */
function mayLeave() {
  const dialog = document.getElementById("leaving");
  if (!one.amendments.unsaved) return Promise.resolve(true);
  dialog.returnValue = "stay";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "leave"), { once: true });
  });
}

async function start() {
  if (!(await mayLeave())) return;
  one.close();
  document.dispatchEvent(new CustomEvent("audit:closed"));
  if (history.state?.place) history.replaceState({ place: "start" }, "");
  show("start");
  window.scrollTo({ top: 0, behavior: "instant" });
  document.getElementById("files").focus({ preventScroll: true });
}

async function quit() {
  if (!(await mayLeave())) return;
  try {
    await asked("page/quit");
  } catch (error) {
    // It may be gone before it has answered.
    if (!(error instanceof Refusal)) throw error;
  }
  one.close();
  show("ended");
  document.querySelector("#ended h1").focus();
}

async function speak(other) {
  const [place, audit] = [at(), document.getElementById("audit")];
  await change(other);
  show(place);
  if (audit) document.dispatchEvent(new CustomEvent("audit:spoken", { detail: audit }));
  if (place === "report") await one.renew();
  document.dispatchEvent(new CustomEvent("language:changed", { detail: other }));
}

const ACTS = {
  start,
  quit,
  sample,
  blank: openBlank,
  close: (button) => button.closest("dialog").close(),
  choose: () => document.getElementById("files").click(),
  again: () => take(latest),
  cancel: () => { one.close(); show("start"); },
  undo: () => one.undo(),
  redo: () => one.redo(),
  "no-previous": () => one.beside(null),
  print: () => window.print(),
};

function clicked(event) {
  const menu = document.getElementById("downloads");
  if (menu?.open && !event.target.closest("#downloads summary")) menu.open = false;
  const meantHere = !(event.ctrlKey || event.metaKey || event.shiftKey);
  const other = event.target.closest("a[data-language]");
  const act = event.target.closest("[data-do]");
  const kind = event.target.closest("button[data-file]");
  if (other && meantHere) {
    event.preventDefault();
    speak(other.dataset.language).catch(() => location.assign(other.href));
  } else if (act && meantHere) {
    event.preventDefault();
    ACTS[act.dataset.do]?.(act);
  } else if (kind) {
    one.download(kind.dataset.file);
  }
}

function changed({ target }) {
  if (target.id === "files" || target.id === "folder") {
    const files = chosen(target);
    target.value = "";
    if (files.length) take(files);
  } else if (target.id === "blank-previous") {
    document.getElementById("blank-previous-name").textContent = target.files[0]?.name ?? "";
  } else if (target.id === "previous" && target.files.length) {
    const [file] = target.files;
    target.value = "";
    one.beside(file);
  }
}

function typed(event) {
  const menu = document.getElementById("downloads");
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  turnTabs(event);
  const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (at() !== "report" || writing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "z" || key === "y") {
    event.preventDefault();
    if (key === "y" || event.shiftKey) one.redo();
    else one.undo();
  }
}

function turnTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.target.getAttribute?.("role") !== "tab" || !event.target.closest("#tabs")) return;
  const count = one.view.reports.length;
  one.choose((one.chosen + step + count) % count);
}

/** What the file is let go over takes it where it can; the whole window does otherwise. */
function dragging(event) {
  if (event.defaultPrevented || !holdsFiles(event.dataTransfer) || event.target.closest?.("dialog, input[type=file]")) {
    document.body.removeAttribute("data-over");
    return;
  }
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  document.body.toggleAttribute("data-over", event.type !== "drop");
}

async function letGo(event) {
  const ours = !event.defaultPrevented;
  dragging(event);
  if (!ours || !event.defaultPrevented) return;
  const slot = event.target.closest?.("#previous-slot");
  const files = await dropped(event.dataTransfer);
  if (slot && files.length === 1) one.beside(files[0].file);
  else take(files);
}

function begin() {
  settle();
  show("start");
  if (history.state) history.replaceState({ place: "start" }, "");
  document.addEventListener("click", clicked);
  document.addEventListener("change", changed);
  document.addEventListener("keydown", typed);
  document.addEventListener("dragenter", dragging);
  document.addEventListener("dragover", dragging);
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.removeAttribute("data-over");
  });
  document.addEventListener("drop", letGo);
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "blank-form") return;
    event.preventDefault();
    sendBlank(event.target);
  });
  document.addEventListener("report:amend", (event) => one.amend(event.detail));
  document.addEventListener("report:revert", (event) => one.revert(event.detail));
  window.addEventListener("popstate", (event) => {
    const place = event.state?.place ?? "start";
    show(place === "report" && !one.view ? "start" : place);
    if (at() === "report") bar(one);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!one.amendments.unsaved) return;
    event.preventDefault();
    // Older browsers ask only when this is set.
    event.returnValue = true;
  });
}

begin();
