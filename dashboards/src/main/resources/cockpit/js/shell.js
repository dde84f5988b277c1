// The bar on every page: boards, search, language, theme, and the filters.
import { changed, chosen, go, place, to } from './address.js';
import { post } from './api.js';
import { h, put } from './dom.js';
import { month } from './format.js';
import { countNew } from './inbox.js';
import { searchBox } from './search.js';
import { switchTheme } from './theme.js';
import { say, switchLanguage, t } from './words.js';

const bar = document.getElementById('bar');

export function showBar(start, session) {
  const here = place();
  const inbox = h('a', { class: 'button quiet', id: 'inbox-link', href: to('/inbox'), 'data-inside': true }, t('inbox'));
  put(bar,
    h('div', { class: 'bar-top' },
      h('a', { class: 'brand', href: to('/'), 'data-inside': true },
        h('img', { src: '/assets/millrace.svg', alt: '', width: 28, height: 28 }), t('appName')),
      h('nav', { class: 'boards', 'aria-label': 'Boards' },
        start.boards.map((board) => h('a', {
          href: to(`/boards/${board.name}`),
          'data-inside': true,
          'aria-current': here.page === 'boards' && here.name === board.name ? 'page' : null,
          title: say(board.purpose),
        }, say(board.title))),
        h('a', {
          href: to('/work'), 'data-inside': true, 'aria-current': here.page === 'work' ? 'page' : null,
        }, t('work'))),
      searchBox(),
      h('div', { class: 'switches' },
        h('button', { class: 'quiet', id: 'language', onclick: changeLanguage }, t('language')),
        h('button', { class: 'quiet', id: 'theme', 'aria-label': t('theme'), title: t('theme'), onclick: switchTheme }, '◐'),
        inbox,
        h('a', { class: 'button quiet', id: 'account-link', href: to('/account'), 'data-inside': true }, session.user),
        holds(session, 'audit.read') ? h('a', { class: 'button quiet', id: 'audit-link', href: to('/audit'), 'data-inside': true }, t('audit')) : null,
        holds(session, 'user.manage') ? h('a', { class: 'button quiet', id: 'users-link', href: to('/users'), 'data-inside': true }, t('users')) : null,
        h('button', { class: 'quiet', id: 'logout', title: session.user, onclick: logout }, t('logout')))));
  countNew(inbox).catch(() => {}); // the bar is there without it
}

function holds(session, permission) {
  return (session.permissions['*'] || []).includes(permission);
}

function changeLanguage() {
  switchLanguage();
  window.dispatchEvent(new Event('millrace:language'));
}

async function logout() {
  await post('/data/logout');
  location.assign('/login');
}

/** Company, currency, country and period of a board. */
export function filters(start, slice, which) {
  const company = start.companies.find((c) => c.code === slice.company);
  return h('div', { class: 'filters' },
    select('company', start.companies.map((c) => [c.code, c.code]), slice.company, changeCompany),
    company.currencies.length > 1
      ? select('currency', company.currencies.map((c) => [c, c]), slice.currency) : null,
    which.includes('PERIOD') && company.lastMonth ? periodFilter(company, slice) : null,
    which.includes('COUNTRY') && company.countries.length > 0
      ? select('country', [['', t('allCountries')], ...company.countries.map((c) => [c, c])],
        slice.country || '') : null);
}

function select(name, options, value, onchange) {
  return h('label', { class: 'filter' }, h('span', {}, t(name)),
    h('select', {
      id: `filter-${name}`,
      onchange: onchange || ((event) => go(changed({ [name]: event.target.value }))),
    }, options.map(([code, text]) => h('option', { value: code, selected: code === value }, text))));
}

function changeCompany(event) {
  localStorage.setItem('millrace.company', event.target.value);
  const query = new URLSearchParams({ company: event.target.value });
  go(`${location.pathname}?${query}`);
}

const SPANS = [['1', 'month1'], ['3', 'month3'], ['ytd', 'yearToDate'], ['12', 'month12'], ['all', 'allTime']];

function periodFilter(company, slice) {
  const all = chosen().period === 'all' || !slice.period;
  const to = slice.period ? slice.period.to : company.lastMonth;
  const from = slice.period ? slice.period.from : company.firstMonth;
  const span = all ? 'all' : spanOf(from, to, company.fiscalYearStartMonth);
  const months = monthsBetween(company.firstMonth, company.lastMonth);
  const set = (end, length) => go(changed({ period: written(end, length, company) }));
  const move = (by) => set(shift(to, by), span);
  const can = (by) => !all && months.includes(shift(to, by));
  return h('div', { class: 'filter period', role: 'group', 'aria-label': t('period') },
    h('span', {}, t('period')),
    h('div', { class: 'together' },
      h('button', { class: 'step', 'aria-label': t('earlier'), disabled: !can(-1), onclick: () => move(-1) }, '‹'),
      h('select', {
        id: 'filter-period', 'aria-label': t('upTo'), disabled: all,
        onchange: (event) => set(event.target.value, span),
      }, months.toReversed().map((m) => h('option', { value: m, selected: m === to }, month(m)))),
      h('button', { class: 'step', 'aria-label': t('later'), disabled: !can(1), onclick: () => move(1) }, '›'),
      h('select', {
        id: 'filter-span', 'aria-label': t('period'),
        onchange: (event) => set(to, event.target.value),
      }, SPANS.map(([code, key]) => h('option', { value: code, selected: code === span }, t(key))),
      SPANS.some(([code]) => code === span) ? null
        : h('option', { value: span, selected: true }, `${month(from)} –`))));
}

function written(end, span, company) {
  if (span === 'all') {
    return 'all';
  }
  if (span === 'ytd') {
    return `${shift(end, -since(end, company.fiscalYearStartMonth))}..${end}`;
  }
  const from = shift(end, 1 - Number(span));
  return from === end ? end : `${from}..${end}`;
}

function spanOf(from, to, startMonth) {
  const months = index(to) - index(from);
  if (since(from, startMonth) === 0 && months > 0 && months < 12) {
    return 'ytd';
  }
  return String(index(to) - index(from) + 1);
}

/** How many months of its fiscal year are before a month. */
function since(month, startMonth) {
  return (index(month) - startMonth + 13) % 12;
}

function index(month) {
  const [year, m] = month.split('-').map(Number);
  return year * 12 + m - 1;
}

function shift(month, by) {
  const i = index(month) + by;
  return `${Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
}

function monthsBetween(first, last) {
  const months = [];
  for (let m = first; index(m) <= index(last); m = shift(m, 1)) {
    months.push(m);
  }
  return months;
}
