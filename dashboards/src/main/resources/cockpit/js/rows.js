// The rows behind a figure, or of a table: paged, sorted, searched, exported.
import { ask } from './api.js';
import { changed, chosen, go, to } from './address.js';
import { columnMeaning, columnName, isNumber, isTechnical, isText, leadsTo, shown as shownAs, tableGrain, tableName, wordsOf } from './catalog.js';
import { h, put } from './dom.js';
import { byUnit, period } from './format.js';
import { ageLine } from './fresh.js';
import { lang, locale, say, t } from './words.js';

const SIZE = 50;
const SHORT = 20;
let openChoice = false;

export async function showRows(page) {
  const now = chosen();
  const answer = await ask('/data/rows', { ...now, size: SIZE });
  return () => {
    const title = answer.explained ? `${t('rowsBehind')} ${say(answer.explained.name)}` : tableName(answer.table);
    document.title = `${title} · Millrace`;
    put(page,
      h('div', { class: 'board-head' },
        h('div', {},
          h('p', {}, h('button', { class: 'quiet', id: 'back', onclick: () => history.back() }, `‹ ${t('back')}`)),
          h('h1', {}, title),
          h('p', { class: 'purpose' }, answer.explained ? `${tableName(answer.table)}: ${tableGrain(answer.table)}` : tableGrain(answer.table)),
          h('p', { class: 'chips' }, chips(answer, now)))),
      h('section', { class: 'card' }, sumLine(answer), tools(answer, now), list(answer, now), pager(answer, now),
        h('footer', {}, ageLine([answer.table]))));
  };
}

function chips(answer, now) {
  const { slice } = answer;
  const shown = [slice.company, slice.currency];
  if (now.metric) {
    shown.push(slice.period ? period(typeof slice.period === 'string' ? slice.period
      : `${slice.period.from}..${slice.period.to}`) : t('allTime'));
  }
  if (slice.country) {
    shown.push(slice.country);
  }
  for (const [column, value] of Object.entries(slice.picks)) {
    shown.push([`${columnName(answer.table, column)}: ${shownAs(answer.table, column, value)} `, dropped(`pick.${column}`)]);
  }
  for (const [name, value] of Object.entries(now)) {
    if (name.startsWith('begins.')) {
      shown.push(`${columnName(answer.table, name.slice(7))}: ${value.split(',').map((v) => `${v}…`).join(', ')}`);
    }
  }
  return shown.map((text) => h('span', { class: 'chip' }, text));
}

/** Takes a filter away again. */
function dropped(name) {
  return h('a', { class: 'drop-filter', href: changed({ [name]: null, page: null }), 'data-inside': true, 'aria-label': t('dropFilter'), title: t('dropFilter') }, '✕');
}

/** Says whether the rows add up to the figure they were opened from. */
function sumLine(answer) {
  const { explained, amount } = answer;
  if (!explained || amount === null) {
    return null;
  }
  if (explained.count.length > 0) {
    const same = Number(amount) === Number(explained.value);
    return h('p', { class: `sum ${same ? 'good' : ''}`, id: 'sum', data: { amount } },
      h('strong', {}, `${t('countOf')} ${columnName(answer.table, explained.count[0])}: ${byUnit(amount, 'COUNT')}`),
      same ? ` ✓ ${t('equalsFigure')}` : '');
  }
  const figure = explained.unit === 'PERCENT' || explained.numerator === null
    ? explained.numerator : explained.value;
  const ratio = explained.unit === 'PERCENT' || Number(explained.value) !== Number(explained.numerator); // of which rows add up the numerator alone
  const equal = Number(amount) === Number(ratio ? explained.numerator : figure);
  const filtered = Boolean(chosen().search);
  return h('p', { class: `sum ${equal ? 'good' : ''}`, id: 'sum', data: { amount } },
    h('strong', {}, `${t(ratio ? 'numeratorOfRows' : 'sumOfRows')}: ${byUnit(amount, ratio ? 'QUANTITY' : explained.unit)}`),
    equal ? ` ✓ ${t(ratio ? 'equalsNumerator' : 'equalsFigure')}` : '',
    !equal && !filtered && !ratio ? ` (${t('differsFromFigure')} ${byUnit(explained.value, explained.unit)})` : '');
}

function tools(answer, now) {
  const csv = new URLSearchParams(location.search);
  csv.set('lang', lang());
  csv.delete('page');
  return h('div', { class: 'row-tools' }, filterForm(answer), columnChoice(answer, now),
    h('form', {
      onsubmit: (event) => {
        event.preventDefault();
        go(changed({ search: event.target.search.value.trim(), page: null }));
      },
    }, h('input', {
      type: 'search', name: 'search', id: 'row-search', class: 'find', value: now.search || '',
      placeholder: t('filterRows'), 'aria-label': t('filterRows'),
    })),
    h('span', { class: 'hint', id: 'row-count' }, `${answer.total.toLocaleString(locale())} ${t(answer.total === 1 ? 'row' : 'rows')}`),
    h('a', { class: 'button', href: `/data/rows.csv?${csv}`, download: `${answer.table}.csv` }, t('exportCsv')));
}

/** The columns that people are shown and chose; all of them before anything is chosen. */
function shownColumns({ table, columns }, now) {
  const wanted = (now.columns || '').split(',').filter((name) => columns.includes(name));
  return columns.map((name, at) => ({ name, at }))
    .filter((c) => !isTechnical(table, c.name) && (wanted.length === 0 || wanted.includes(c.name)));
}

function columnChoice(answer, now) {
  const shown = shownColumns(answer, now).map((c) => c.name);
  const all = shownColumns(answer, {}).map((c) => c.name);
  const choose = (event) => {
    const left = [...event.currentTarget.querySelectorAll(':checked')].map((box) => box.value);
    go(changed({ columns: left.length === 0 || left.length === all.length ? null : left.join(',') }), true);
  };
  return h('details', { class: 'column-choice', id: 'column-choice', open: openChoice },
    h('summary', { class: 'button', onclick: () => { openChoice = !openChoice; } }, t('columns')),
    h('div', { class: 'options', onchange: choose }, all.map((name) => h('label', {},
      h('input', { type: 'checkbox', value: name, checked: shown.includes(name) }), columnName(answer.table, name)))));
}

/** Rows with one value of a column: of its words where it has some, else as it is typed. */
function filterForm(answer) {
  const columns = shownColumns(answer, {}).map((c) => c.name).filter((name) => isText(answer.table, name));
  if (columns.length === 0) {
    return null;
  }
  const value = h('span', {});
  const offer = (name) => {
    const words = wordsOf(answer.table, name);
    put(value, words.length > 0 ? h('select', { name: 'value', 'aria-label': t('filterIs') }, words.map(([word, text]) => h('option', { value: word }, text)))
      : h('input', { name: 'value', type: 'text', 'aria-label': t('filterIs'), autocomplete: 'off' }));
  };
  offer(columns[0]);
  return h('form', {
    class: 'row-filter', id: 'row-filter',
    onsubmit: (event) => {
      event.preventDefault();
      const form = event.target;
      const is = form.elements.value.value.trim();
      if (is) {
        go(changed({ [`pick.${form.elements.column.value}`]: is, page: null }));
      }
    },
  }, h('select', { name: 'column', 'aria-label': t('filterBy'), onchange: (event) => offer(event.target.value) },
    columns.map((name) => h('option', { value: name }, columnName(answer.table, name)))),
  value, h('button', {}, t('apply')));
}

function list(answer, now) {
  const { table } = answer;
  if (answer.rows.length === 0) {
    return h('div', { class: 'nothing', id: 'no-rows' }, h('p', {}, t(now.search ? 'nothingFound' : 'noRows')));
  }
  const shown = shownColumns(answer, now);
  return h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
    h('thead', {}, h('tr', {}, shown.map((c) => sortHead(table, c.name, now.sort)))),
    h('tbody', {}, answer.rows.map((row) => {
      const value = (name) => row[answer.columns.indexOf(name)];
      return h('tr', {}, shown.map((c) => h('td', { class: manner(table, c.name, row[c.at]) },
        cell(table, c.name, row[c.at], value))));
    }))));
}

/** Numbers to the right, short words and dates on one line. */
function manner(table, name, raw) {
  return isNumber(table, name) ? 'number' : String(raw).length < SHORT ? 'brief' : null;
}

function sortHead(table, name, sort) {
  const state = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  const next = state === 'descending' ? name : `-${name}`;
  const mark = { ascending: ' ▲', descending: ' ▼', none: '' }[state];
  return h('th', { scope: 'col', 'aria-sort': state, class: isNumber(table, name) ? 'number' : null, title: columnMeaning(table, name) },
    h('button', { class: 'sort', onclick: () => go(changed({ sort: next, page: null })) }, columnName(table, name) + mark));
}

export function cell(table, name, raw, value) {
  const text = shownAs(table, name, raw);
  const href = raw === '' ? null : leadsTo(table, name, raw, value);
  return href ? h('a', { href, 'data-inside': true }, text) : text;
}

function pager(answer, now) {
  const page = Number(now.page || 1);
  const pages = Math.max(1, Math.ceil(answer.total / SIZE));
  const step = (target, text) => h('button', {
    class: 'quiet', disabled: target < 1 || target > pages, onclick: () => go(changed({ page: target })),
  }, text);
  return pages === 1 ? null : h('nav', { class: 'pager' }, step(page - 1, '‹'),
    h('span', {}, `${t('page')} ${page} ${t('of')} ${pages}`), step(page + 1, '›'));
}
