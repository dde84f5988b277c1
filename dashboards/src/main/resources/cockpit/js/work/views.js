// Views of a list that a person saved: its search, filters and order under a name.
import { chosen, go } from '../address.js';
import { h } from '../dom.js';
import { t } from '../words.js';

export function viewsOf(page) {
  const key = `millrace.views.${page.id}`;
  const saved = JSON.parse(localStorage.getItem(key) || '{}');
  const keep = (views) => localStorage.setItem(key, JSON.stringify(views));
  const open = (event) => {
    const name = event.target.value;
    if (name === '+') {
      const called = prompt(t('viewName'));
      if (called) {
        keep({ ...saved, [called]: own() });
      }
      go(`${location.pathname}${location.search}`, true);
    } else if (name === '-') {
      keep(Object.fromEntries(Object.entries(saved).filter(([, view]) => view !== own())));
      go(`${location.pathname}${location.search}`, true);
    } else {
      go(`${location.pathname}?company=${encodeURIComponent(chosen().company)}&${saved[name] ?? ''}`);
    }
  };
  const current = Object.keys(saved).find((name) => saved[name] === own());
  return h('label', { class: 'filter' }, h('span', {}, t('view')), h('select', { id: 'views', onchange: open },
    h('option', { value: '' }, t('all')),
    Object.keys(saved).map((name) => h('option', { value: name, selected: name === current }, name)),
    own() && !current ? h('option', { value: '+' }, t('saveView')) : null,
    current ? h('option', { value: '-' }, t('dropView')) : null));
}

/** The choices of this list alone, in one order. */
function own() {
  const choices = Object.entries(chosen()).filter(([name]) => name === 'search' || name.startsWith('f.'));
  return new URLSearchParams(choices.sort(([a], [b]) => a.localeCompare(b))).toString();
}
