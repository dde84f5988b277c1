// What hangs together with a document, drawn as a chain, and the entries that were posted from it.
import { ask } from '../api.js';
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { byUnit, coded, date } from '../format.js';
import { say, t } from '../words.js';
import { workAt } from './work.js';

const ENTRY = 'ledger/journal-entry';

/** Fills the place with the chain of a document, as far as the core shows it. */
export async function showChain(place, page, pages, number) {
  const at = page.shown.kind.split('/').concat(number).map(encodeURIComponent).join('/');
  const chain = await ask(`/api/companies/${encodeURIComponent(chosen().company)}/documents/${at}/links`);
  const pageOf = (kind) => pages.find((one) => one.shown.kind === kind);
  const isHere = (other) => other.kind === page.shown.kind && other.number === number;
  const documents = chain.documents.filter((one) => one.kind !== ENTRY);
  put(place,
    documents.some((one) => !isHere(one)) ? h('section', { class: 'card', id: 'chain' },
      h('h2', {}, t('chain')), stages(documents, pageOf, isHere),
      chain.complete ? null : h('p', { class: 'hint' }, t('chainCut'))) : null,
    chain.entries.length > 0 ? h('section', { class: 'card', id: 'entries' },
      h('h2', {}, t('entries')), entriesTable(chain.entries, pageOf, isHere)) : null);
}

/** Documents of one stage stand below each other; what follows from them stands right of them. */
function stages(documents, pageOf, isHere) {
  const numbers = [...new Set(documents.map((one) => one.stage))];
  return h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': t('chain') },
    h('ol', { class: 'chain' }, numbers.map((stage) => h('li', {}, h('ul', {},
      documents.filter((one) => one.stage === stage).map((one) => h('li', {}, card(one, pageOf(one.kind), isHere(one)))))))));
}

function card(one, page, isHere) {
  const about = [stateOf(one, page), one.date ? date(one.date) : null, one.partyName].filter(Boolean).join(' · ');
  const content = [
    h('span', { class: 'hint' }, page ? say(page.words.one) : one.kind), h('strong', {}, one.number), h('span', {}, about),
    one.amount === undefined || one.amount === null ? null : h('span', { class: 'number' }, coded(one.amount, one.currency)),
  ];
  return page && !isHere ? h('a', { class: 'chain-card', href: workAt(page, 'of', one.number), 'data-inside': true }, content)
    : h('span', { class: 'chain-card', 'aria-current': isHere ? 'true' : null }, content);
}

/** The state in the words of its page. */
export function stateOf(one, page) {
  const words = Object.values(page?.fields ?? {}).map((field) => field.words[one.state]).find(Boolean);
  return words ? say(words) : one.state ?? '';
}

/** Entries with their lines, led to where they have a page. */
export function entriesTable(all, pageOf = () => null, isHere = () => true) {
  return h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows entries' },
    h('thead', {}, h('tr', {}, ['entry', 'account', 'debit', 'credit'].map((name) => h('th', {
      scope: 'col', class: name === 'debit' || name === 'credit' ? 'number' : null,
    }, t(name))))),
    all.map(({ kind, number, entry }) => h('tbody', {},
      h('tr', { class: 'entry' }, h('th', { colspan: 4, scope: 'rowgroup' },
        link(pageOf(ENTRY), entry.number), ` · ${date(entry.postingDate)} · ${entry.text} `,
        isHere({ kind, number }) || kind === ENTRY ? null : link(pageOf(kind), number))),
      entry.lines.map((line) => h('tr', {}, h('td'), h('td', {}, `${line.account} ${line.accountName}`),
        ['debit', 'credit'].map((side) => h('td', { class: 'number' }, line[side] ? byUnit(line[side], 'MONEY') : ''))))))));
}

function link(page, number) {
  return page ? h('a', { href: workAt(page, 'of', number), 'data-inside': true }, String(number)) : String(number);
}
