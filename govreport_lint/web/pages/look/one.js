// One report on the page: the file, what was changed in it, and what the program says of both.

import { Amendments } from "./amendments.js";
import { askedFile, askedJson, form, Refusal } from "./asking.js";
import { bar } from "./bar.js";
import { remember, show } from "./places.js";
import { save } from "./saving.js";
import { clear, put, tabs, titleOf } from "./shown.js";
import { largest, say, words } from "./words.js";

export class One {
  file = null;
  previous = null;
  amendments = new Amendments();
  view = null;
  chosen = 0;
  #control = null;
  #made = null;

  /** Check a file, the first time. */
  async open(file, previous = null) {
    this.close();
    document.getElementById("working-on").textContent = words("reading", { name: file.name });
    show("working");
    try {
      this.file = await held(file);
      this.previous = previous && (await held(previous));
      const view = await this.#asked();
      if (!view) return;
      this.view = view;
      this.#settled();
      show("report");
      remember("report");
      this.#shown(false);
      window.scrollTo({ top: 0, behavior: "instant" });
    } catch (error) {
      failed(file.name, error);
    }
  }

  /** Ask again with what was changed; where that cannot be done, what is shown stays and so does what it was made of. */
  async again() {
    const shown = document.getElementById("shown");
    shown.setAttribute("aria-busy", "true");
    bar(this);
    try {
      const view = await this.#asked();
      if (!view) return;
      this.view = view;
      this.#refused(view.refused ?? []);
      this.#settled();
      this.#shown(true);
      shown.removeAttribute("aria-busy");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#asBefore();
      bar(this);
      say(error.message);
      shown.removeAttribute("aria-busy");
    }
  }

  amend(some) {
    this.#change(() => this.amendments.amend(this.#placed(some)));
  }

  revert(some) {
    this.#change(() => this.amendments.revert(some && this.#placed(some)));
  }

  undo() {
    if (this.amendments.canUndo) this.#change(() => this.amendments.undo());
  }

  redo() {
    if (this.amendments.canRedo) this.#change(() => this.amendments.redo());
  }

  /** Put last year's report beside this one; null takes it away. */
  async beside(previous) {
    try {
      this.previous = previous && (await held(previous));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say(error.message);
      return;
    }
    if (!previous) say(words("no-previous"));
    await this.again();
  }

  /** Have a file made of the report and save it. */
  async download(kind) {
    const now = this.amendments;
    say(words("saving"));
    try {
      const file = await askedFile(`page/file?kind=${kind}`, this.#form());
      save(file, this.file.name);
      if (kind === "edited") now.downloaded();
      say(words("saved", { name: file.name || this.file.name }));
      bar(this);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say(error.message);
    }
  }

  /** Show another report of the same file. */
  choose(index) {
    this.chosen = index;
    this.#shown(false);
    document.getElementById(`tab-${index}`).focus();
  }

  /** Call off what is being asked. */
  cancel() {
    this.#control?.abort();
    this.#control = null;
  }

  /** Forget the report. */
  close() {
    this.cancel();
    document.getElementById("shown").removeAttribute("aria-busy");
    Object.assign(this, { file: null, previous: null, amendments: new Amendments(), view: null, chosen: 0 });
    clear();
    document.title = document.querySelector(".top .name").textContent;
  }

  /** Fill a page that was given anew, in another language. */
  async renew() {
    this.#shown(false);
    await this.again();
  }

  #change(act) {
    act();
    this.again();
  }

  /** What is shown was made of what stands now. */
  #settled() {
    const { steps, step } = this.amendments;
    this.#made = { previous: this.previous, steps, step };
  }

  #asBefore() {
    const { previous, steps, step } = this.#made;
    this.previous = previous;
    Object.assign(this.amendments, { steps, step });
  }

  /** The latest request wins: null for one that was overtaken. */
  async #asked() {
    this.cancel();
    const control = new AbortController();
    this.#control = control;
    try {
      return await askedJson("page/view", this.#form(), control.signal);
    } catch (error) {
      if (error.name === "AbortError") return null;
      throw error;
    } finally {
      if (this.#control === control) this.#control = null;
    }
  }

  #form() {
    const { file, previous, amendments } = this;
    return form({ file, previous, amendments: amendments.now.length ? amendments.now : null });
  }

  /** In a file of several reports an amendment says which one it is in. */
  #placed(some) {
    const list = Array.isArray(some) ? some : [some];
    if (this.view.reports.length < 2) return list;
    return list.map((one) => ({ ...one, part: one.part ?? this.chosen + 1 }));
  }

  #refused(refused) {
    if (!refused.length) return;
    this.amendments.withdraw(refused.map((each) => each.amendment));
    say(words("refused", { reason: refused[0].reason }));
  }

  #shown(keep) {
    const { reports } = this.view;
    this.chosen = Math.min(this.chosen, reports.length - 1);
    const report = reports[this.chosen];
    tabs(reports, this.chosen, (index) => this.choose(index));
    document.title = `${titleOf(report)} · ${this.file.name}`;
    put(report, reports.length > 1 ? this.chosen + 1 : null, keep);
    bar(this);
  }
}

/** The file as it is now, in memory: what is saved over it later does not change what is shown. */
async function held(file) {
  if (file.size === 0) throw new Refusal(words("blank-file", { name: file.name }));
  if (file.size > largest()) {
    const [size, most] = [file.size, largest()].map((bytes) => Math.ceil(bytes / 1048576));
    throw new Refusal(words("large", { name: file.name, size, most }));
  }
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type });
  } catch {
    throw new Refusal(words("unreadable", { name: file.name }));
  }
}

/** Say why a file has no result. */
export function failed(name, error) {
  if (!(error instanceof Refusal)) throw error;
  document.getElementById("failed-name").textContent = name;
  document.getElementById("failed-why").textContent = error.message;
  show("failed");
  document.getElementById("failed-head").focus();
}
