// The places of the page: one of them is shown.

/** Show a place and bring the reader to it; what is in the others stays. */
export function show(name) {
  for (const place of document.querySelectorAll("[data-place]")) place.hidden = place.dataset.place !== name;
  document.body.dataset.at = name;
}

/** The place that is shown. */
export function at() {
  return document.body.dataset.at ?? "start";
}

/** Remember a place in the history, so that Back leads to the start and not away from the page. */
export function remember(name) {
  if (history.state?.place === name) return;
  history[history.state?.place && history.state.place !== "start" ? "replaceState" : "pushState"]({ place: name }, "");
}
