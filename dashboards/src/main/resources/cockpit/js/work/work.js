// The back office: which page an address below /work names, and the menu of all of them.
import { ask } from '../api.js';
import { to } from '../address.js';
import { h, put } from '../dom.js';
import { say, t } from '../words.js';
import { showDocument } from './document.js';
import { showForm } from './form.js';
import { showList } from './list.js';

let pages = null;

export async function workPages() {
  pages = pages ?? await ask('/data/pages');
  return pages;
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

export async function showWork(place) {
  const [, domain, name, what, number] = location.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const all = await workPages();
  const page = all.find((one) => one.id === `${domain}/${name}`);
  if (!page) {
    return () => showMenu(place, all);
  }
  if (what === 'new' && page.form) {
    return showForm(place, page);
  }
  return what === 'of' ? showDocument(place, page, number) : showList(place, page);
}

function showMenu(place, all) {
  document.title = `${t('work')} · Millrace`;
  put(place, h('h1', {}, t('work')),
    h('nav', { class: 'work-menu', 'aria-label': t('work') }, all.map((page) => h('section', { class: 'card' },
      h('h2', {}, h('a', { href: workAt(page), 'data-inside': true }, say(page.words.title))),
      page.form ? h('a', { class: 'button', href: workAt(page, 'new'), 'data-inside': true },
        `+ ${say(page.words.one)}`) : null))));
}
