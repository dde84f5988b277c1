// What a step would do, told before it is done: entries posted, goods moved.
import { preview } from '../api.js';
import { h, put } from '../dom.js';
import { byUnit } from '../format.js';
import { t } from '../words.js';
import { entriesTable } from './chain.js';

const WAIT_MS = 400;

/** A place that tells what the request would do with what is typed now, again after each change. */
export function foreseen(request, read, isComplete) {
  const place = h('div', { id: 'preview', 'aria-live': 'polite' });
  let timer = 0;
  let running = new AbortController();
  const tell = async () => {
    running.abort();
    running = new AbortController();
    try {
      const { version } = request;
      const told = isComplete() ? await preview(request.method, request.path, read(), { version, signal: running.signal }) : null;
      put(place, told && (told.refused ? h('p', { class: 'hint' }, told.refused.detail) : shown(told)));
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        throw failure;
      }
    }
  };
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, WAIT_MS);
  };
  const stop = () => {
    clearTimeout(timer);
    running.abort();
  };
  tell();
  return { place, again, stop };
}

function shown(told) {
  const of = (name) => told.events.filter((one) => one.event === name).map((one) => one.content);
  const entries = of('ledger.journal-entry-posted');
  const lines = of('stock.goods-moved').flatMap((move) => move.lines);
  return h('section', { class: 'card' }, h('h2', {}, t('preview')),
    told.approvals.length > 0 ? h('p', { class: 'hint', id: 'needs-approval' },
      `${t('needsApproval')} ${[...new Set(told.approvals.map((one) => one.policy))].join(', ')}`) : null,
    entries.length === 0 && lines.length === 0 ? h('p', { class: 'hint' }, t('movesNothing')) : null,
    entries.length > 0 ? entriesTable(entries.map((entry) => ({ entry }))) : null,
    lines.length > 0 ? movements(lines) : null);
}

function movements(lines) {
  return h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
    h('thead', {}, h('tr', {}, ['item', 'location', 'quantity'].map((name) => h('th', {
      scope: 'col', class: name === 'quantity' ? 'number' : null,
    }, t(name))))),
    h('tbody', {}, lines.map((line) => h('tr', {}, h('td', {}, line.item), h('td', {}, line.location),
      h('td', { class: 'number' }, byUnit(line.quantity, 'QUANTITY')))))));
}
