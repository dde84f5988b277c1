// What other pages know of a document: rows of their lists that name it, or their own page of it.
import { ask, now } from '../api.js';
import { chosen, to } from '../address.js';
import { h, put } from '../dom.js';
import { coded, date } from '../format.js';
import { say, t } from '../words.js';
import { stateOf } from './chain.js';
import { facts, table } from './show.js';
import { isNumber, valueOf } from './value.js';
import { apiAt, mayAsk, workAt } from './work.js';

const ROWS = 10;
const DOCUMENTS = 'documents';
const LATEST = 20;

/** Fills the place with the sections that have something to show, in their order. */
export async function showRelated(place, page, pages, content) {
  const isThere = ({ page: id }) => id === DOCUMENTS || pages.some((one) => one.id === id);
  const asked = page.shown.related.filter((related) => mayAsk(related.permission) && isThere(related));
  const sections = asked.map(() => h('div', { class: 'stack' }));
  put(place, sections);
  await Promise.all(asked.map(async (related, at) => {
    if (related.page === DOCUMENTS) {
      put(sections[at], await latest(related, pages, content));
      return;
    }
    const other = pages.find((one) => one.id === related.page);
    const section = related.of ? await one(other, related, pages, content) : await rows(other, related, pages, content);
    put(sections[at], section);
  }));
}

async function one(other, related, pages, content) {
  const code = valueOf(content, related.of);
  const { content: found } = await now(apiAt(other, chosen().company, code));
  return found && isOwed(other, found) ? h('section', { class: 'card related', data: { page: other.id } },
    h('h2', {}, h('a', { href: workAt(other, 'of', code), 'data-inside': true }, say(related.label))),
    facts(other, pages, found)) : null;
}

/** The latest documents of all kinds in one list. */
async function latest(related, pages, content) {
  const by = Object.entries(related.by).map(([name, field]) => [name, valueOf(content, field)]);
  const found = await ask(`/api/companies/${encodeURIComponent(chosen().company)}/documents`, { ...Object.fromEntries(by), size: LATEST });
  return found.length === 0 ? null : h('section', { class: 'card related', data: { page: DOCUMENTS } },
    h('h2', {}, say(related.label)), documentsTable(found, pages));
}

/** Documents of several kinds: what each is, its day, state and amount. */
function documentsTable(documents, pages) {
  return h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
    h('thead', {}, h('tr', {}, ['document', 'number', 'date', 'state', 'amount'].map((name) => h('th', {
      scope: 'col', class: name === 'amount' ? 'number' : null,
    }, t(name))))),
    h('tbody', {}, documents.map((one) => {
      const page = pages.find((other) => other.shown.kind === one.kind);
      return h('tr', {},
        h('td', {}, page ? say(page.words.one) : one.kind),
        h('td', {}, page ? h('a', { href: workAt(page, 'of', one.number), 'data-inside': true }, one.number) : one.number),
        h('td', {}, one.date ? date(one.date) : ''),
        h('td', {}, stateOf(one, page)),
        h('td', { class: 'number' }, one.amount === undefined ? '' : coded(one.amount, one.currency)));
    }))));
}

/** Whether any of its figures is not nothing. */
function isOwed(page, content) {
  const figures = page.shown.facts.filter((name) => isNumber(page.fields[name]));
  return figures.length === 0 || figures.some((name) => Number(valueOf(content, name)) !== 0);
}

async function rows(other, related, pages, content) {
  const filters = [
    ...Object.entries(related.by).map(([name, field]) => [name, valueOf(content, field)]),
    ...Object.entries(related.only).flatMap(([name, words]) => words.map((word) => [name, word])),
  ];
  const query = new URLSearchParams(filters);
  if (other.shown.sortable.length > 0) {
    query.set('size', ROWS);
  }
  const answer = await ask(`${apiAt(other, chosen().company)}?${query}`);
  if (answer.rows.length === 0) {
    return null;
  }
  const columns = other.shown.columns.filter((name) => !related.by[name.replace(/\.name$/, '')]);
  const more = answer.more || answer.rows.length > ROWS;
  const counted = answer.total === undefined ? '' : ` (${answer.total}${answer.totalIsExact ? '' : '+'})`;
  return h('section', { class: 'card related', data: { page: other.id } },
    table(other, pages, { label: related.label, columns, counted }, answer.rows.slice(0, ROWS)),
    more ? h('p', {}, h('a', { href: all(other, filters), 'data-inside': true }, t('showAll'))) : null);
}

/** The list itself, narrowed as far as its own filters go. */
function all(other, filters) {
  const known = filters.filter(([name]) => other.shown.filters.includes(name));
  return known.length > 0 ? to(`/work/${other.id}`, Object.fromEntries(known.map(([name, value]) => [`f.${name}`, value])))
    : to(`/work/${other.id}`, { search: filters[0][1] });
}
