// What the scripts of a shown report share: the place that holds it, what is found in it, how the page is asked.

export const shown = document.getElementById("shown");

/** The elements within the shown report, or within one of them. */
export const all = (selector, within = shown) => [...within.querySelectorAll(selector)];

/** The numbers of the items that are told of a place. */
export const causes = (element) => (element?.dataset.causes ?? "").split(" ").filter(Boolean);

/** Ask the page to do something with the report. */
export const ask = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
