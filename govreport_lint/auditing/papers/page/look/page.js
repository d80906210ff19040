'use strict';
// Filters, links to findings, folding. The page can be read without it.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.getElementById('filters');
  const items = all('#findings .item');
  const printed = all('.printed tbody tr');
  const units = all('.unit').map((element) => ({
    element,
    items: all('.item', element),
    row: document.querySelector(`.matrix [data-unit="${CSS.escape(element.id)}"]`),
  }));

  const wanted = () => Object.fromEntries(new FormData(form));
  const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

  function apply() {
    const want = wanted();
    const name = plain(want.unit);
    const narrowed = Boolean(want.family || want.severity || want.progress);
    let shownItems = 0;
    let shownUnits = 0;
    for (const { element, items: own, row } of units) {
      const { group } = element.dataset;
      const here = (!want.group || group === want.group) && plain(element.dataset.name).includes(name);
      let any = 0;
      for (const item of own) {
        const fits = here && ['family', 'severity', 'progress'].every(
          (key) => !want[key] || item.dataset[key] === want[key]);
        item.hidden = !fits;
        any += fits;
      }
      const shown = here && (!narrowed || any > 0);
      element.hidden = !shown;
      row.hidden = !shown;
      shownItems += any;
      shownUnits += shown;
    }
    for (const body of all('.matrix tbody')) body.hidden = !all('[data-unit]', body).some((row) => !row.hidden);
    items.forEach((item, at) => { printed[at].hidden = item.hidden; });
    tell(shownUnits, shownItems);
  }

  function tell(shownUnits, shownItems) {
    const set = [...form.elements].filter((field) => field.name && field.value);
    for (const field of form.elements) field.toggleAttribute('data-set', Boolean(field.name && field.value));
    form.querySelector('output').textContent = set.length
      ? `显示 ${shownUnits} 个单位、${shownItems} 项问题（共 ${units.length} 个、${items.length} 项）`
      : `共 ${units.length} 个单位、${items.length} 项问题`;
    form.querySelector('[type=reset]').hidden = !set.length;
    document.querySelector('.nothing').hidden = shownUnits > 0;
    const told = set.map((field) => field.options ? field.selectedOptions[0].text : field.value);
    document.querySelector('.criteria').textContent = set.length ? ` · 筛选：${told.join('，')}，${shownItems} 项` : '';
  }

  function clear() {
    form.reset();
    apply();
  }

  const named = () => {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  };
  const keep = (hash) => history.replaceState(null, '', hash || location.pathname + location.search);

  function reveal() {
    const target = named();
    if (!target) return;
    if (target.closest('[hidden]')) {
      clear();
    }
    const item = target.closest('details');
    if (!item) return;
    item.open = true;
    uncover(item);
    const show = () => item.scrollIntoView({ block: 'start', behavior: 'instant' });
    show();
    // Of many units the heights are known only when they come into sight.
    if (item.closest('.many')) for (const later of [50, 250]) setTimeout(show, later);
    item.querySelector('summary').focus({ preventScroll: true });
  }

  function toggled(event) {
    const body = event.target.querySelector?.('.body[id]');
    if (!body) return;
    if (event.target.open) uncover(body);
    const hash = `#${body.id}`;
    if (event.target.open && folding === 0) keep(hash);
    else if (location.hash === hash && !event.target.open) keep('');
  }

  function follow() {
    const links = new Map(all('nav a').map((link) => [link.hash.slice(1), link]));
    const seen = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        for (const link of links.values()) link.removeAttribute('aria-current');
        links.get(target.id).setAttribute('aria-current', 'true');
      }
    }, { rootMargin: '-20% 0px -75% 0px' });
    for (const id of links.keys()) seen.observe(document.getElementById(id));
  }

  function uncover(body) {
    // On a narrow screen the marked cell of a wide table is brought into sight.
    const cell = body.querySelector('.piece td.wrong');
    const frame = cell?.closest('.scroll');
    if (frame) frame.scrollLeft = cell.offsetLeft + cell.offsetWidth - frame.clientWidth + 8;
  }

  let folding = 0;
  function fold(open) {
    folding += 1;
    for (const item of items) if (!item.hidden) item.open = open;
    // The events of folding come when the browser is done with it.
    setTimeout(() => { folding -= 1; }, 200);
  }

  document.documentElement.classList.add('live');
  // After a reload the finding that is named is shown, not the height where the page was left.
  if (named()) history.scrollRestoration = 'manual';
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('[type=reset]').addEventListener('click', (event) => {
    event.preventDefault();
    clear();
  });
  document.addEventListener('toggle', toggled, true);
  addEventListener('hashchange', reveal);
  // The browser goes to the named place once more when the page is complete.
  addEventListener('load', () => requestAnimationFrame(reveal));
  for (const button of all('[data-open]')) button.addEventListener('click', () => fold(Boolean(button.dataset.open)));
  for (const link of all('.matrix .count a, .foot a')) {
    // A second click on the same link opens it again.
    link.addEventListener('click', () => { if (location.hash === link.hash) reveal(); });
  }
  follow();
  apply();
  reveal();
})();
