// Decides by the address what is shown, and keeps it fresh.
import { showAccount } from './account.js';
import { showAudit } from './audit.js';
import { ask, renewBy } from './api.js';
import { chosen, follow, go, place } from './address.js';
import { showBoard } from './board.js';
import { loadCatalog, loadPages } from './catalog.js';
import { h, put } from './dom.js';
import { useCurrency, useDecimals } from './format.js';
import { watch } from './fresh.js';
import { showInbox } from './inbox.js';
import { renewal } from './relogin.js';
import { showRows } from './rows.js';
import { showBar } from './shell.js';
import { showUsers } from './users.js';
import { showWork } from './work/work.js';
import { t } from './words.js';

const page = document.getElementById('page');
let start = null;
let session = null;
const OWN = ['account', 'audit', 'inbox', 'users', 'work']; // pages of no company, or that choose one of the core's
let turn = 0;

async function load() {
  [session, start] = await Promise.all([ask('/data/session'), ask('/data/start'), loadCatalog()]);
  useDecimals(start.decimals);
  renewBy(renewal(session.user));
}

/** Shows what the address says; an older call that ends later changes nothing. */
async function show(quiet = false) {
  const mine = ++turn;
  if ((session.mustChangePassword || session.mustSetUpSecondFactor) && place().page !== 'account') {
    go('/account', true);
    return;
  }
  if (start.companies.length === 0 && !OWN.includes(place().page)) {
    showBar(start, session);
    put(page, emptyHouse());
    return;
  }
  if (!OWN.includes(place().page) && settle()) {
    return;
  }
  if (!OWN.includes(place().page) && !start.companies.some((c) => c.code === chosen().company)) {
    showBar(start, session);
    put(page, unknownCompany(chosen().company));
    return;
  }
  showBar(start, session);
  useCurrency(chosen().currency || start.companies.find((c) => c.code === chosen().company)?.currency);
  page.setAttribute('aria-busy', 'true');
  try {
    await loadPages();
    const content = await pageOf(place(), quiet);
    if (mine === turn) {
      content();
    }
  } catch (failure) {
    if (mine === turn && !quiet) {
      put(page, failed(failure));
    }
  } finally {
    page.removeAttribute('aria-busy');
  }
}

async function pageOf(where, quiet) {
  switch (where.page) {
    case 'account': return showAccount(page, session);
    case 'audit': return showAudit(page);
    case 'inbox': return showInbox(page);
    case 'users': return showUsers(page, start);
    case 'rows': return showRows(page, start);
    case 'work': return showWork(page);
    default: return showBoard(page, where.name, start, quiet);
  }
}

/** Fills in what an address leaves open, once; true when it changed the address. */
function settle() {
  const now = chosen();
  const known = start.companies.find((c) => c.code === now.company);
  if (now.company && !known) {
    return false;
  }
  const { page: first } = place();
  if (known && first) {
    return false;
  }
  const last = localStorage.getItem('millrace.company');
  const company = known || start.companies.find((c) => c.code === last) || start.companies[0];
  const path = first ? location.pathname : `/boards/${start.boards[0].name}`;
  const more = { ...now, company: company.code };
  if (!known) {
    delete more.currency;
    delete more.country;
    if (now.company) {
      delete more.period;
    }
  }
  const query = new URLSearchParams(more);
  go(`${path}?${query}`, true);
  return true;
}

/** A company that an address names and nobody has is no reason to show another one's figures. */
function unknownCompany(code) {
  return h('section', { class: 'card empty', role: 'alert', id: 'unknown-company' },
    h('h1', {}, code),
    h('p', {}, `${t('noSuchCompany')}:`),
    h('ul', {}, start.companies.map((c) => h('li', {}, h('a', {
      href: `/boards/${start.boards[0].name}?company=${encodeURIComponent(c.code)}`, 'data-inside': true,
    }, c.code)))));
}

function emptyHouse() {
  const command = (text) => h('pre', { class: 'command' }, h('code', {}, text));
  return h('section', { class: 'card empty', id: 'no-company' },
    h('h1', {}, t('noCompanyTitle')),
    h('p', {}, t('noCompanyText')),
    command('./millrace demo'),
    command('./millrace import sales-history FILE… --mapping online-retail'),
    h('p', { class: 'hint' }, t('noCompanyWait')));
}

function failed(failure) {
  return h('section', { class: 'card empty', role: 'alert' },
    h('h1', {}, failure.title || t('failed')),
    h('p', {}, failure.message),
    failure.status >= 400 && failure.status < 500 ? null
      : h('button', { class: 'primary', onclick: () => show() }, t('again')));
}

async function refreshed() {
  if (OWN.includes(place().page)) {
    return; // what is typed or scrolled there stays
  }
  const before = start.companies.length;
  start = await ask('/data/start');
  await show(before > 0);
}

window.addEventListener('millrace:address', () => {
  show();
  page.focus({ preventScroll: true });
});
window.addEventListener('millrace:language', () => show());
window.addEventListener('millrace:theme', () => show(true));
window.addEventListener('popstate', () => show());
document.addEventListener('click', follow);
document.addEventListener('keydown', (event) => {
  const typing = event.target.matches('input, select, textarea');
  if (event.key === '/' && !typing) {
    event.preventDefault();
    document.getElementById('search')?.focus();
  }
});
document.getElementById('skip').textContent = t('skip');

await load();
await show();
watch(refreshed);

