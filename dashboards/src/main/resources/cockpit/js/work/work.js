// The back office: which page an address below /work names, and the menu of all of them.
import { ask } from '../api.js';
import { chosen, go, to } from '../address.js';
import { h, put } from '../dom.js';
import { useCurrency } from '../format.js';
import { say, t } from '../words.js';
import { withCustom } from './custom.js';
import { showDeclarations } from './declare.js';
import { showDocument } from './document.js';
import { showForm, showStep } from './form.js';
import { showImport } from './importer.js';
import { showList } from './list.js';
import { SETTINGS, settingsSeen, showSettings } from './settings.js';
import { showWebhooks } from './webhooks.js';

const CUSTOM = 'custom-fields';
const WEBHOOKS = 'webhooks';
let pages = null;
let session = null;
let companies = null;

/** All pages, each without the fields that the core leaves out for who asks. */
export async function workPages() {
  [pages, session] = pages ? [pages, session] : await Promise.all([ask('/data/pages'), ask('/data/session')]);
  return pages.map(seen);
}

/** What the visitor may do in the company that is shown. */
function held() {
  return ['*', chosen().company].flatMap((company) => session.permissions[company] ?? []);
}

/** Who visits. */
export function visitor() {
  return session.user;
}

/** What in the place of the permission to read all shows some: own documents, those of regions. */
const SOME = ['own', 'region'];

/** Whether the core would answer a question that needs this permission, with some rows at least. */
export function mayAsk(permission) {
  const mine = held();
  return !permission || permission === 'login' || mine.includes(permission)
    || SOME.some((ending) => mine.includes(permission.replace(/\.read$/, `.${ending}`)));
}

function seen(page) {
  const mine = held();
  const isSeen = (name) => !page.fields[name].permission || mine.includes(page.fields[name].permission);
  const { shown } = page;
  return {
    ...page,
    form: mayAsk(page.making) ? page.form : null,
    shown: {
      ...shown,
      columns: shown.columns.filter(isSeen),
      filters: shown.filters.filter(isSeen),
      facts: shown.facts.filter(isSeen),
      lines: shown.lines.map((lines) => ({ ...lines, columns: lines.columns.filter(isSeen) })),
    },
  };
}

/** The page of a kind, by its id such as service/ticket. */
export async function pageNamed(id) {
  return (await workPages()).find((page) => page.id === id);
}

/** The address of a list, of a new document, or of one document. */
export function workAt(page, ...parts) {
  return to(`/work/${page.id}${parts.map((part) => `/${encodeURIComponent(part)}`).join('')}`);
}

/** The core's address of a page's documents. */
export function apiAt(page, company, ...parts) {
  return `/api/companies/${encodeURIComponent(company)}${page.path}${parts.map((part) => `/${encodeURIComponent(part)}`).join('')}`;
}

/** The companies of the core: one just opened is there before any board shows it. */
async function companyCodes() {
  companies = companies ?? await ask('/api/companies');
  return companies.map((company) => company.code);
}

/** A company is chosen in the address; true when that had to be filled in. */
async function settled() {
  const codes = await companyCodes();
  const { company } = chosen();
  useCurrency(companies.find((one) => one.code === company)?.currency);
  if (codes.includes(company) || codes.length === 0) {
    return codes.length > 0;
  }
  const last = localStorage.getItem('millrace.company');
  go(`${location.pathname}?company=${encodeURIComponent(codes.includes(last) ? last : codes[0])}`, true);
  return false;
}

/** The name of the company that is shown. */
export function companyName() {
  const { company } = chosen();
  return companies?.find((one) => one.code === company)?.name ?? company;
}

/** Which company's work is shown. */
export function companyChoice() {
  return h('label', { class: 'filter' }, h('span', {}, t('company')), h('select', {
    id: 'filter-company',
    onchange: (event) => {
      localStorage.setItem('millrace.company', event.target.value);
      go(`${location.pathname}?company=${encodeURIComponent(event.target.value)}`);
    },
  }, companies.map(({ code }) => h('option', { value: code, selected: code === chosen().company }, code))));
}

export async function showWork(place) {
  if (!await settled()) {
    return () => companies.length === 0 && put(place, h('section', { class: 'card empty' },
      h('h1', {}, t('noCompanyTitle')), h('p', {}, t('noCompanyWork'))));
  }
  const [, domain, name, what, number, act] = location.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const all = await workPages();
  if (domain === CUSTOM) {
    return showDeclarations(place);
  }
  if (domain === SETTINGS) {
    return showSettings(place, location.pathname.split('/').filter(Boolean).slice(2).map(decodeURIComponent));
  }
  if (domain === WEBHOOKS) {
    return showWebhooks(place);
  }
  const known = all.find((one) => one.id === `${domain}/${name}`);
  if (!known) {
    const hasSettings = (await settingsSeen()).length > 0;
    return () => showMenu(place, all.filter((page) => mayAsk(page.permission)), hasSettings);
  }
  const page = await withCustom(known);
  if (what === 'new' && page.form) {
    return showForm(place, page);
  }
  if (what === 'import') {
    return showImport(place, page);
  }
  const step = act && page.steps.find((one) => one.act === act);
  if (step) {
    return showStep(place, page, number, step);
  }
  return what === 'of' ? showDocument(place, page, number) : showList(place, page);
}

function showMenu(place, all, hasSettings) {
  document.title = `${t('work')} · Millrace`;
  put(place, h('div', { class: 'board-head' }, h('h1', {}, t('work')), companyChoice()),
    h('nav', { class: 'work-menu', 'aria-label': t('work') }, all.map((page) => h('section', { class: 'card' },
      h('h2', {}, h('a', { href: workAt(page), 'data-inside': true }, say(page.words.title))),
      page.form ? h('a', { class: 'button', href: workAt(page, 'new'), 'data-inside': true },
        `+ ${say(page.words.one)}`) : null)),
    hasSettings ? h('section', { class: 'card' }, h('h2', {}, h('a', {
      href: to(`/work/${SETTINGS}`), id: 'settings-link', 'data-inside': true,
    }, t('settings')))) : null,
    mayAsk('custom.write') ? h('section', { class: 'card' }, h('h2', {}, h('a', {
      href: to(`/work/${CUSTOM}`), id: 'custom-fields-link', 'data-inside': true,
    }, t('customFields')))) : null,
    mayAsk('webhook.manage') ? h('section', { class: 'card' }, h('h2', {}, h('a', {
      href: to(`/work/${WEBHOOKS}`), id: 'webhooks-link', 'data-inside': true,
    }, t('webhooks')))) : null));
}
