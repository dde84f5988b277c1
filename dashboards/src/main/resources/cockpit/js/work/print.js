// What stands on paper: of which company, which list or document, for which period, printed when.
import { ask } from '../api.js';
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { coded, date } from '../format.js';
import { locale, say, t } from '../words.js';
import { layout } from './exports.js';
import { choices, query } from './query.js';
import { currencyOf, isNumber, shown, shownIn, valueOf } from './value.js';
import { apiAt, companyName, visitor } from './work.js';

const SIZE = 500;
const MOST = 2000;

/** The company above a title; what a document that is handed out begins with. */
export function letterhead() {
  return h('p', { class: 'print-only letterhead' }, companyName());
}

/** The last line of what is printed. */
export function printedAt() {
  const now = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date());
  return h('p', { class: 'print-only printed-at' }, `${t('printed')} ${now} · ${visitor()}`);
}

/** The sums of a document below its lines: what it shows of money to everybody. */
export function totals(page, content) {
  const names = page.shown.facts.filter((name) => page.fields[name].kind === 'MONEY'
    && !page.fields[name].permission && valueOf(content, name) !== '');
  return names.length === 0 ? null : h('dl', { class: 'print-only totals' }, names.map((name) => [
    h('dt', {}, say(page.fields[name].label)),
    h('dd', { class: 'number' }, coded(valueOf(content, name), currencyOf(page.fields[name], name, content))),
  ]));
}

/** The list as a table for paper; filled when somebody prints, with the rows that are there then. */
export function paperOf(page, grid) {
  const place = h('section', { class: 'print-only', id: 'paper' });
  const fill = (rows, total) => put(place, paper(page, grid(), rows, total));
  const before = () => {
    if (!place.isConnected) {
      window.removeEventListener('beforeprint', before);
    } else if (place.childElementCount === 0) {
      const rows = grid().getData();
      fill(rows, rows.length);
    }
  };
  const after = () => (place.isConnected ? put(place) : window.removeEventListener('afterprint', after));
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  const print = async () => {
    const { rows, total } = await all(page, layout(page, grid()).sort);
    fill(rows, total);
    window.print();
  };
  return { place, print };
}

/** All rows of the list, up to a number that one still prints. */
async function all(page, sort) {
  const rows = [];
  let total = 0;
  for (let number = 1, more = true; more && rows.length < MOST; number += 1) {
    const size = page.shown.sortable.length > 0 ? { size: SIZE, sort } : {};
    const answer = await ask(apiAt(page, chosen().company), query(page, page.shown.isPaged ? { page: number, ...size } : size));
    rows.push(...(Array.isArray(answer) ? answer : answer.rows));
    more = answer.more;
    total = answer.total ?? rows.length;
  }
  return { rows, total };
}

function paper(page, grid, rows, total) {
  const { columns, sort } = layout(page, grid);
  const numbered = (name) => (isNumber(page.fields[name]) ? 'number' : null);
  return [
    ...inWords(page, sort).map((line) => h('p', {}, line)),
    h('p', {}, `${rows.length < total ? `${rows.length} ${t('of')} ` : ''}${total} ${t(total === 1 ? 'row' : 'rows')}`),
    h('table', { class: 'rows' },
      h('thead', {}, h('tr', {}, columns.map((name) => h('th', { scope: 'col', class: numbered(name) }, say(page.fields[name].label))))),
      h('tbody', {}, rows.map((row) => h('tr', {}, columns.map((name) => h('td', { class: numbered(name) },
        shownIn(page.fields[name], name, row))))))),
    printedAt(),
  ];
}

/** Period, filters and order as sentences. */
function inWords(page, sort) {
  const { search, filters } = choices();
  const label = (name) => say(page.fields[name].label);
  const isPeriod = (name) => ['DATE', 'MOMENT'].includes(page.fields[name].kind);
  const bounds = (name) => ['from', 'to'].filter((bound) => filters[`${name}.${bound}`])
    .map((bound) => `${t(bound)} ${isPeriod(name) ? date(filters[`${name}.${bound}`]) : filters[`${name}.${bound}`]}`).join(' ');
  const named = page.shown.filters.filter((name) => filters[name] || bounds(name));
  const said = (name) => `${label(name)}: ${filters[name] ? shown(page.fields[name], filters[name]) : bounds(name)}`;
  const periods = named.filter(isPeriod).map(said);
  const others = [...named.filter((name) => !isPeriod(name)).map(said), ...(search ? [`${t('find')}: ${search}`] : [])];
  const order = sort.split(',').filter(Boolean).map((name) => (name.startsWith('-')
    ? `${label(name.slice(1))} ${t('descending')}` : label(name)));
  return [
    `${t('period')}: ${periods.join('; ') || t('allTime')}`,
    others.length > 0 ? `${t('narrowedTo')}: ${others.join('; ')}` : null,
    order.length > 0 ? `${t('sortedBy')}: ${order.join(', ')}` : null,
  ].filter(Boolean);
}
