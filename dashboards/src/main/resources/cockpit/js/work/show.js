// Fields and rows of documents as a page shows them.
import { h } from '../dom.js';
import { say, t } from '../words.js';
import { isNumber, shownIn, valueOf } from './value.js';
import { workAt } from './work.js';

/** Single fields of a document; those without a value are left out. */
export function facts(page, pages, content) {
  return h('dl', { class: 'facts' }, page.shown.facts
    .filter((name) => shownIn(page.fields[name], name, content) !== '')
    .map((name) => h('div', { class: onPaper(page.fields[name]) }, h('dt', {}, say(page.fields[name].label)),
      h('dd', { data: { field: name } }, cell(page, pages, name, content)))));
}

/** What not everybody may see is on no paper; what is money stands in the sums below. */
function onPaper(field) {
  return field.permission || field.kind === 'MONEY' ? 'not-printed' : null;
}

function classOf(field) {
  return [isNumber(field) ? 'number' : null, field?.permission ? 'not-printed' : null].filter(Boolean).join(' ') || null;
}

/** A value of a row of the page's own list, which leads to its document. */
function owned(page, pages, name, row) {
  const value = valueOf(row, name);
  return name === page.identity ? h('a', { href: workAt(page, 'of', value), 'data-inside': true }, String(value))
    : cell(page, pages, name, row);
}

/** A value; one that another page knows leads there. The pick .kind is the page that the field kind names. */
function cell(page, pages, name, row, document = row) {
  const field = page.fields[name];
  const value = valueOf(row, name);
  const id = field.pick?.startsWith('.') ? valueOf(row, field.pick.slice(1)) : field.pick;
  const other = id && pages.find((one) => one.id === id || one.shown.kind === id);
  const text = shownIn(field, name, row, document);
  return other && value ? h('a', { href: workAt(other, 'of', value), 'data-inside': true }, text) : text;
}

/** Rows below a title, of a document where it is named; with counted they are rows of the page's own list. */
export function table(page, pages, lines, rows, document = undefined) {
  return [h('h2', {}, `${say(lines.label)}${lines.counted ?? ''}`),
    rows.length === 0 ? h('p', { class: 'hint' }, t('nothingYet'))
      : h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
        h('thead', {}, h('tr', {}, lines.columns.map((name) => h('th', {
          scope: 'col', class: classOf(page.fields[name]),
        }, say(page.fields[name].label))))),
        h('tbody', {}, rows.map((row) => h('tr', {}, lines.columns.map((name) => h('td', {
          class: classOf(page.fields[name]),
        }, lines.counted === undefined ? cell(page, pages, name, row, document) : owned(page, pages, name, row))))))))];
}
