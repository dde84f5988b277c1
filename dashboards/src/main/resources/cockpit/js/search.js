// Finds an invoice, a customer or an item while typing.
import { ask } from './api.js';
import { chosen, to } from './address.js';
import { h, put } from './dom.js';
import { byUnit, date } from './format.js';
import { t } from './words.js';

const WAIT_MS = 200;

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
    const found = await ask('/data/search', { company, q: text });
    if (mine === turn) {
      put(results, groups(found));
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

function groups(found) {
  const parts = [
    group('invoices', found.invoices, (i) => [
      to(`/invoices/${encodeURIComponent(i.number)}`), i.number,
      `${i.customer_name} · ${date(i.invoice_date)} · ${byUnit(i.net_amount, 'MONEY')} ${i.currency}`]),
    group('customers', found.customers, (c) => [
      to('/rows', { table: 'sales_invoice', 'pick.customer': c.customer }), c.customer,
      `${c.customer_name} · ${c.country}`]),
    group('items', found.items, (i) => [
      to('/rows', { table: 'sales_invoice_line', 'pick.item': i.item }), i.item, i.item_name]),
  ].filter(Boolean);
  return parts.length > 0 ? parts : [h('p', { class: 'hint' }, t('nothingFound'))];
}

function group(title, hits, describe) {
  if (hits.length === 0) {
    return null;
  }
  return h('section', {}, h('h3', {}, t(title)), hits.map((hit) => {
    const [href, name, more] = describe(hit);
    return h('a', { href, 'data-inside': true }, h('strong', {}, name), h('span', {}, more));
  }));
}
