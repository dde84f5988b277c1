// Finds documents of all kinds, partners and items while typing.
import { ask } from './api.js';
import { chosen } from './address.js';
import { h, put } from './dom.js';
import { coded, date } from './format.js';
import { say, t } from './words.js';
import { apiAt, mayAsk, workAt, workPages } from './work/work.js';

const WAIT_MS = 200;
const MOST = 5;
const MASTERS = [['party/party', 'party.read'], ['item/item', 'item.read']];

export function searchBox() {
  let timer = 0;
  let turn = 0;
  const results = h('div', { class: 'results', id: 'search-results', hidden: true });
  const input = h('input', {
    id: 'search', type: 'search', placeholder: t('search'), 'aria-label': t('search'),
    'aria-controls': 'search-results', autocomplete: 'off',
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(find, WAIT_MS);
    },
    onkeydown: (event) => {
      if (event.key === 'Escape') {
        close();
      } else if (event.key === 'Enter') {
        event.preventDefault();
        results.querySelector('a')?.click();
      } else if (event.key === 'ArrowDown') {
        event.preventDefault();
        results.querySelector('a')?.focus();
      }
    },
  });
  const close = () => {
    results.hidden = true;
  };
  const find = async () => {
    const mine = ++turn;
    const text = input.value.trim();
    const company = chosen().company;
    if (text.length < 2 || !company) {
      close();
      return;
    }
    const found = await search(company, text);
    if (mine === turn) {
      put(results, found.length > 0 ? found : h('p', { class: 'hint' }, t('nothingFound')));
      results.hidden = false;
    }
  };
  results.addEventListener('keydown', (event) => step(event, results, input));
  results.addEventListener('click', () => {
    close();
    input.value = '';
  });
  return h('div', {
    class: 'search', role: 'search',
    onfocusout: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) {
        setTimeout(close, 150);
      }
    },
  }, input, results);
}

function step(event, results, input) {
  const links = [...results.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    (links[next] || input).focus();
  } else if (event.key === 'Escape') {
    results.hidden = true;
    input.focus();
  }
}

/** Documents of all kinds, partners and items, each of those that the core shows to the visitor. */
async function search(company, text) {
  const pages = await workPages();
  const at = `/api/companies/${encodeURIComponent(company)}`;
  const [documents, ...masters] = await Promise.all([
    ask(`${at}/documents`, { search: text }),
    ...MASTERS.map(([id, permission]) => (mayAsk(permission)
      ? ask(apiAt(pages.find((page) => page.id === id), company), { search: text }) : { rows: [] })),
  ]);
  const byKind = Map.groupBy(documents, (hit) => hit.kind);
  return [
    ...[...byKind].map(([kind, hits]) => group(pages.find((page) => page.shown.kind === kind), hits, (hit) => [
      hit.number, [hit.partyName, hit.date && date(hit.date), hit.amount === undefined ? null : coded(hit.amount, hit.currency)]])),
    ...MASTERS.map(([id], i) => group(pages.find((page) => page.id === id), masters[i].rows.slice(0, MOST), (row) => [
      row.code, [row.name, row.country]])),
  ].filter(Boolean);
}

function group(page, hits, describe) {
  return page && hits.length > 0 ? h('section', {}, h('h3', {}, say(page.words.title)), hits.map((hit) => {
    const [name, more] = describe(hit);
    return h('a', { href: workAt(page, 'of', name), 'data-inside': true },
      h('strong', {}, name), h('span', {}, more.filter(Boolean).join(' · ')));
  })) : null;
}
