// What the reader changed: a list of amendments with every step, so that each can be taken back.

const placeOf = (one) => JSON.stringify([one.part ?? null, one.block ?? null, one.table ?? "", one.row ?? "", one.column ?? ""]);
const listed = (some) => (Array.isArray(some) ? some : some ? [some] : []);

export class Amendments {
  constructor() {
    this.steps = [[]];
    this.step = 0;
    this.saved = this.steps[0];
  }

  /** What stands now. */
  get now() {
    return this.steps[this.step];
  }

  /** Whether there is anything that was not downloaded. */
  get unsaved() {
    return this.now.length > 0 && this.now !== this.saved;
  }

  get canUndo() {
    return this.step > 0;
  }

  get canRedo() {
    return this.step < this.steps.length - 1;
  }

  /** Add amendments; one of the same place takes the other's. */
  amend(some) {
    const places = new Set(listed(some).map(placeOf));
    this.#go([...this.now.filter((one) => !places.has(placeOf(one))), ...listed(some)]);
  }

  /** Take amendments back by their places; all of them where none is named. */
  revert(some) {
    const places = new Set(listed(some).map(placeOf));
    this.#go(places.size ? this.now.filter((one) => !places.has(placeOf(one))) : []);
  }

  /** Take out of the present step what could not be done. */
  withdraw(some) {
    const places = new Set(listed(some).map(placeOf));
    const kept = this.now.filter((one) => !places.has(placeOf(one)));
    this.steps = this.steps.map((list, index) => (index === this.step ? kept : list));
  }

  undo() {
    if (this.canUndo) this.step -= 1;
  }

  redo() {
    if (this.canRedo) this.step += 1;
  }

  /** What stands now was downloaded. */
  downloaded() {
    this.saved = this.now;
  }

  #go(list) {
    this.steps = [...this.steps.slice(0, this.step + 1), list];
    this.step += 1;
  }
}
