// A table chart on a board, with its search and what a row opens.
import { changed, chosen, go, place, to } from './address.js';
import { ask as get } from './api.js';
import { documentOf, leadsTo, shown } from './catalog.js';
import { commandCell } from './commands.js';
import { h, put } from './dom.js';
import { byUnit } from './format.js';
import { selection } from './many.js';
import { emptyNote, tile, titleLine } from './tile.js';
import { lang, say, t } from './words.js';

/** As many rows are shown without scrolling: a statement ends with its last line. */
const WHOLE = 30;

/** By table: how a person sorted it, for as long as the page is open. */
const sorted = new Map();

export function tableTile(spec, chart, slice) {
  const several = selection(spec, chart);
  const search = { key: `${place().name}/${spec.chart}`, words: '', turn: 0 };
  const body = h('tbody');
  const fill = (rows) => {
    several?.begin();
    put(body, rows.map((row) => line(spec, row, chart, { slice, several })));
    several?.shown();
  };
  fill(chart.rows);
  const head = h('tr');
  const all = several?.head();
  const paintHead = () => put(head, all, chart.columns.map((c) => sortHead(search.key, c, again)),
    chart.use.commands.length > 0 ? h('th', { scope: 'col', class: 'commands' }, t('toDo')) : null);
  const again = async () => {
    const mine = ++search.turn;
    paintHead();
    file.setAttribute('href', fileAt(spec, chart, search));
    const found = await get(chartAt(spec), asked(chart, search));
    if (mine === search.turn) {
      fill(found.rows);
    }
  };
  const file = h('a', { class: 'button export', href: fileAt(spec, chart, search), download: `${spec.chart}.csv` }, t('exportCsv'));
  paintHead();
  const table = h('table', {}, h('thead', {}, head), body);
  if (sorted.has(search.key) && chart.rows.length > 0) {
    again();
  }
  const { narrowed } = chart.use;
  return tile(spec, chart,
    titleLine(spec, chart, []),
    narrowed && narrowed.value ? h('p', { class: 'picked-name' }, narrowed.value) : null,
    h('div', { class: 'table-tools' }, chart.use.search.length > 0 ? find(spec, search, again) : null, several?.bar,
      chart.rows.length > 0 ? file : null),
    chart.rows.length > 0 ? h('div', { class: `scroll ${chart.rows.length <= WHOLE ? 'whole' : ''}`, tabindex: '0' }, table)
      : narrowed && !narrowed.value ? h('p', { class: 'hint' }, t('pickARow')) : emptyNote(chart.head),
    chart.rows.length > WHOLE ? h('p', { class: 'hint more' }, t('more').replace('{n}', chart.rows.length)) : null);
}

function line(spec, row, chart, { slice, several }) {
  const { link } = chart.use;
  const [table] = chart.head.tables;
  const picked = link && !link.table && slice.picks[link.column] === String(row[link.column]);
  const cells = chart.columns.map((c, i) => {
    const text = cell(table, c, row[c.column]);
    const marked = isMarked(c.mark, row[c.column]);
    const props = { class: [kind(c, text), marked ? 'marked' : ''].join(' ').trim() || null };
    const address = (link ? documentOf : leadsTo)(table, c.column, row[c.column], (name) => row[name]);
    return h('td', props, marked ? h('span', { 'aria-label': t('attention'), class: 'mark' }, '▲ ') : null,
      i === 0 && link ? anchor(row, link, text)
        : address ? h('a', { href: address, 'data-inside': true }, text) : text);
  });
  if (several) {
    cells.unshift(several.cell(row));
  }
  if (chart.use.commands.length > 0) {
    cells.push(commandCell(spec, chart, row));
  }
  return h('tr', {
    class: [link ? 'leads' : '', picked ? 'picked' : ''].join(' ').trim() || null,
    onclick: link ? (event) => {
      if (!event.target.closest('a, button, label') && !String(window.getSelection())) {
        go(target(row, link));
      }
    } : null,
  }, cells);
}

/** How a cell takes its room: numbers and dates stay on one line, sentences need width. */
function kind(column, text) {
  const wide = text.length + (text.match(/[\u2e80-\u9fff\uff00-\uffef]/g) || []).length; // a Chinese character is twice as wide
  return column.unit ? 'number' : wide > 40 ? 'wordy' : text.length < 14 ? 'brief' : '';
}

function isMarked(mark, value) {
  return Boolean(mark) && value !== '' && (mark.values ? mark.values.includes(String(value)) : Number(value) > Number(mark.bound));
}

function anchor(row, link, text) {
  return h('a', { href: target(row, link), 'data-inside': true }, text);
}

function target(row, link) {
  if (!link.table) {
    return changed({ [`pick.${link.column}`]: row[link.column] });
  }
  const more = { table: link.table };
  for (const column of link.columns) {
    more[`pick.${column}`] = row[column];
  }
  if (link.narrow) {
    const beginnings = link.narrow.beginnings[row[link.narrow.by]] || [];
    more[`begins.${link.narrow.column}`] = beginnings.join(',');
  }
  return to('/rows', more);
}

function cell(table, column, value) {
  return column.unit ? byUnit(value, column.unit) : shown(table, column.column, value);
}

/** The head of a column, which sorts all rows by it and not only those shown. */
function sortHead(key, column, again) {
  const sort = sorted.get(key);
  const state = sort === column.column ? 'ascending' : sort === `-${column.column}` ? 'descending' : 'none';
  const mark = { ascending: ' ▲', descending: ' ▼', none: '' }[state];
  const first = column.unit ? `-${column.column}` : column.column;
  const next = { none: first, ascending: `-${column.column}`, descending: column.column }[state];
  return h('th', { class: column.unit ? 'number' : null, scope: 'col', 'aria-sort': state }, h('button', {
    class: 'sort', onclick: () => {
      sorted.set(key, next);
      again();
    },
  }, say(column.name) + mark));
}

function chartAt(spec) {
  return `/data/boards/${encodeURIComponent(place().name)}/charts/${encodeURIComponent(spec.chart)}`;
}

/** What is asked for: what is chosen on the board, the words searched, and the order. */
function asked(chart, search) {
  const { narrowed } = chart.use;
  return {
    ...(narrowed?.value ? { [`pick.${narrowed.column}`]: narrowed.value } : {}),
    ...chosen(), lang: lang(), search: search.words, sort: sorted.get(search.key),
  };
}

/** All rows that fit as a file, as they are searched and sorted now. */
function fileAt(spec, chart, search) {
  const query = Object.entries(asked(chart, search)).filter(([, value]) => value);
  return `${chartAt(spec)}.csv?${new URLSearchParams(query)}`;
}

/** Asks for the rows that hold the words; all rows are searched, not only those shown. */
function find(spec, search, again) {
  let timer = 0;
  return h('input', {
    type: 'search', id: `find-${spec.chart}`, class: 'find', placeholder: t('filterRows'), 'aria-label': t('filterRows'),
    oninput: (event) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        search.words = event.target.value.trim();
        again();
      }, 200);
    },
  });
}
