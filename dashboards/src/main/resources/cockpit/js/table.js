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

export function tableTile(spec, chart, slice) {
  const several = selection(spec, chart);
  const body = h('tbody');
  const fill = (rows) => {
    several?.begin();
    put(body, rows.map((row) => line(spec, row, chart, { slice, several })));
    several?.shown();
  };
  fill(chart.rows);
  const table = h('table', {},
    h('thead', {}, h('tr', {}, several?.head(), chart.columns.map((c) => h('th', {
      class: c.unit ? 'number' : null, scope: 'col',
    }, say(c.name))), chart.use.commands.length > 0 ? h('th', { scope: 'col', class: 'commands' }, t('toDo')) : null)),
    body);
  const { narrowed } = chart.use;
  return tile(spec, chart,
    titleLine(spec, chart, []),
    narrowed && narrowed.value ? h('p', { class: 'picked-name' }, narrowed.value) : null,
    h('div', { class: 'table-tools' }, chart.use.search.length > 0 ? find(spec, fill) : null, several?.bar),
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
    const paper = (link ? documentOf : leadsTo)(table, c.column, row[c.column], (name) => row[name]);
    return h('td', props, marked ? h('span', { 'aria-label': t('attention'), class: 'mark' }, '▲ ') : null,
      i === 0 && link ? anchor(row, link, text)
        : paper ? h('a', { href: paper, 'data-inside': true }, text) : text);
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

/** Asks for the rows that hold the words; all rows are searched, not only those shown. */
function find(spec, fill) {
  let timer = 0;
  let turn = 0;
  const ask = async (words) => {
    const mine = ++turn;
    const path = `/data/boards/${encodeURIComponent(place().name)}/charts/${encodeURIComponent(spec.chart)}`;
    const found = await get(path, { ...chosen(), lang: lang(), search: words });
    if (mine === turn) {
      fill(found.rows);
    }
  };
  return h('input', {
    type: 'search', id: `find-${spec.chart}`, class: 'find', placeholder: t('filterRows'), 'aria-label': t('filterRows'),
    oninput: (event) => {
      clearTimeout(timer);
      timer = setTimeout(() => ask(event.target.value.trim()), 200);
    },
  });
}
