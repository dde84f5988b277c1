// One invoice: its head, its lines, its journal lines and the event that brought it.
import { ask } from './api.js';
import { chosen, to } from './address.js';
import { columnName, isNumber, shown } from './catalog.js';
import { h, put } from './dom.js';
import { money } from './format.js';
import { ageLine } from './fresh.js';
import { cell } from './rows.js';
import { t } from './words.js';

const HEAD = ['invoice_date', 'due_date', 'customer', 'customer_name', 'country', 'order_number', 'source_number',
  'net_amount', 'cost_amount', 'paid_amount', 'open_amount', 'currency'];
const LINES = ['line_no', 'item', 'item_name', 'quantity', 'unit_price', 'net_amount', 'cost_amount'];
const JOURNAL = ['entry_number', 'posting_date', 'account', 'account_name', 'debit', 'credit', 'text'];
const EVENT = ['event_id', 'occurred_at', 'recorded_at', 'aggregate_version', 'position'];

export async function showInvoice(page, number) {
  const { company } = chosen();
  const answer = await ask(`/data/invoices/${encodeURIComponent(number)}`, { company });
  const { invoice } = answer;
  return () => {
    const title = `${t(invoice.kind === 'credit-note' ? 'creditNote' : 'invoice')} ${invoice.number}`;
    document.title = `${title} · Millrace`;
    put(page,
      h('div', { class: 'board-head' }, h('div', {},
        h('p', {}, h('button', { class: 'quiet', id: 'back', onclick: () => history.back() }, `‹ ${t('back')}`)),
        h('h1', {}, title),
        h('p', { class: 'chips' }, h('span', { class: 'chip' }, company)))),
      h('section', { class: 'card', id: 'invoice-head' },
        h('dl', { class: 'facts' }, HEAD.filter((c) => invoice[c] !== undefined && invoice[c] !== '').map((c) => h('div', {},
          h('dt', {}, columnName('sales_invoice', c)),
          h('dd', {}, cell('sales_invoice', c, invoice[c], (name) => invoice[name]))))),
        pieces(answer.related)),
      h('section', { class: 'card', id: 'invoice-lines' },
        h('h2', {}, t('lines')),
        table('sales_invoice_line', LINES, answer.lines, ['net_amount', 'cost_amount'])),
      h('section', { class: 'card', id: 'invoice-journal' },
        h('h2', {}, t('journalLines')), journal(answer)),
      event(invoice),
      h('footer', { class: 'page-foot' }, ageLine(['sales_invoice', 'sales_invoice_line', 'journal_line'])));
  };
}

function pieces(related) {
  return related.length === 0 ? null : h('p', {}, `${t('otherPieces')}: `, related.map((r) => h('a', {
    class: 'chip', href: to(`/invoices/${encodeURIComponent(r.number)}`), 'data-inside': true,
  }, `${r.number} (${money(r.net_amount)})`)));
}

function journal(answer) {
  if (answer.journalHidden) {
    return h('p', { class: 'hint' }, t('journalHidden'));
  }
  if (answer.journal.length === 0) {
    return h('p', { class: 'hint' }, t('noJournal'));
  }
  const sum = (name) => Math.round(answer.journal.reduce((all, row) => all + Number(row[name] || 0) * 100, 0));
  const even = sum('debit') === sum('credit');
  return h('div', {}, table('journal_line', JOURNAL, answer.journal, ['debit', 'credit']),
    h('p', { class: `sum ${even ? 'good' : 'bad'}`, id: 'balanced' }, even ? `✓ ${t('balanced')}` : t('unbalanced')));
}

function event(invoice) {
  const there = EVENT.filter((c) => invoice[c] !== undefined && invoice[c] !== '');
  return there.length === 0 ? null : h('section', { class: 'card', id: 'invoice-event' },
    h('h2', {}, t('event')),
    h('dl', { class: 'facts' }, there.map((c) => h('div', {}, h('dt', {}, columnName('sales_invoice', c)),
      h('dd', {}, shown('sales_invoice', c, invoice[c]))))));
}

function table(name, columns, rows, summed) {
  const there = columns.filter((c) => rows.length === 0 || rows[0][c] !== undefined);
  const total = (c) => rows.reduce((all, row) => all + Math.round(Number(row[c] || 0) * 100), 0) / 100;
  return h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
    h('thead', {}, h('tr', {}, there.map((c) => h('th', { scope: 'col', class: isNumber(name, c) ? 'number' : null }, columnName(name, c))))),
    h('tbody', {}, rows.map((row) => h('tr', {}, there.map((c) => h('td', { class: isNumber(name, c) ? 'number' : null },
      cell(name, c, row[c], (other) => row[other])))))),
    h('tfoot', {}, h('tr', {}, there.map((c, i) => h('td', { class: isNumber(name, c) ? 'number' : null },
      i === 0 ? t('total') : summed.includes(c) ? shown(name, c, total(c)) : ''))))));
}
