// What a company sets for itself: all of it on one page, and the form of each part.
import { ask, now } from '../api.js';
import { chosen, to } from '../address.js';
import { h, put } from '../dom.js';
import { say, t } from '../words.js';
import { settingForm } from './form.js';
import { table } from './show.js';
import { shown, valueOf } from './value.js';
import { companyChoice, mayAsk, workPages } from './work.js';

export const SETTINGS = 'settings';
let all = null;
let roles = null;
let last = null; // what was set on this page last, told once

/** Every part that the visitor may see, in order. */
export async function settingsSeen() {
  all = all ?? await ask('/data/settings');
  return all.filter((setting) => mayAsk(setting.permissions.reading));
}

/** The page of all, of one, or of one of several that are set alike. */
export async function showSettings(place, parts) {
  const settings = await settingsSeen();
  const pages = await workPages();
  const setting = settings.find((one) => one.id === parts.slice(0, 2).join('/'));
  const key = parts.slice(2).join('/');
  if (setting && !setting.each) {
    return formFor(place, setting, '', await now(apiOf(setting)));
  }
  if (setting) {
    const rows = await ask(apiOf(setting));
    const row = rows.find((one) => String(one[setting.each]) === key);
    return row ? formFor(place, setting, key, { content: row, version: `"${row.version}"` }, nameOf(pages, key))
      : () => showEach(place, setting, rows, pages);
  }
  roles = roles ?? (await ask('/api/roles')).roles;
  const held = await Promise.all(settings.map((one) => (one.each ? null : now(apiOf(one)))));
  return () => {
    document.title = `${t('settings')} · Millrace`;
    put(place, h('div', { class: 'board-head' }, h('h1', {}, t('settings')), companyChoice()),
      groupsOf(settings).map(([title, group]) => [h('h2', { class: 'group' }, title), h('div', { class: 'stack' },
        group.map((one) => card(one, held[settings.indexOf(one)], pages)))]));
    last = null;
  };
}

function groupsOf(settings) {
  return [...Map.groupBy(settings, (setting) => say(setting.words.group))];
}

function apiOf(setting, key = '') {
  const parts = key.split('/').filter(Boolean).map((part) => `/${encodeURIComponent(part)}`);
  return `/api/companies/${encodeURIComponent(chosen().company)}${setting.path}${parts.join('')}`;
}

function at(setting, key = '') {
  return to(['/work', SETTINGS, setting.id, ...key.split('/').filter(Boolean).map(encodeURIComponent)].join('/'));
}

/** A part with what holds now, who changes it, and what was just changed. */
function card(setting, held, pages) {
  const title = say(setting.words.title);
  const may = mayAsk(setting.permissions.changing);
  return h('section', { class: 'card setting', data: { setting: setting.id } },
    h('div', { class: 'row-tools' }, h('h3', {}, title),
      setting.each || may ? h('a', {
        class: 'button', href: at(setting), 'data-inside': true, 'aria-label': `${title}: ${t(setting.each ? 'showAll' : 'change')}`,
      }, t(setting.each ? 'showAll' : 'change')) : null),
    h('p', { class: 'hint' }, say(setting.words.purpose)),
    last?.id === setting.id ? h('p', { class: 'set', role: 'status' }, last.text) : null,
    held ? held.version === '"0"' ? h('p', { class: 'hint' }, t('byDefault')) : null : null,
    held ? facts(setting, held.content) : null,
    held && setting.form.lines ? table(setting, pages, { ...setting.form.lines, columns: columnsOf(setting) },
      valueOf(held.content, setting.form.lines.field) || []) : null,
    h('p', { class: 'hint who' }, `${t('changedByRoles')}: ${who(setting)}`, may ? null : ` (${t('onlySeen')})`));
}

/** The roles that may change it. */
function who(setting) {
  return roles.filter((role) => role.permissions.some((one) => one === '*' || one === setting.permissions.changing))
    .map((role) => role.name).join(', ');
}

function columnsOf(setting) {
  return setting.form.lineEntries.map((entry) => entry.field);
}

function facts(setting, content) {
  return h('dl', { class: 'facts' }, setting.form.entries.map(({ field }) => h('div', {},
    h('dt', {}, say(setting.fields[field].label)),
    h('dd', { data: { field } }, told(setting.fields[field], valueOf(content, field))))));
}

function told(field, value) {
  return value === false ? t('no') : shown(field, value) || t('notSet');
}

/** The kind of a document as its page calls it. */
function nameOf(pages, key) {
  const page = pages.find((one) => one.shown.kind === key || one.id === key);
  return page ? say(page.words.title) : key;
}

/** One row for each of those that are set alike. */
function showEach(place, setting, rows, pages) {
  const title = say(setting.words.title);
  document.title = `${title} · Millrace`;
  const names = setting.form.entries.map((entry) => entry.field);
  const may = mayAsk(setting.permissions.changing);
  put(place, h('div', { class: 'board-head' }, h('div', {}, back(), h('h1', {}, title)), companyChoice()),
    h('p', { class: 'hint' }, say(setting.words.purpose)),
    last?.id === setting.id ? h('p', { class: 'set', role: 'status' }, last.text) : null,
    h('div', { class: 'card scroll', tabindex: '0' }, h('table', { class: 'rows' },
      h('thead', {}, h('tr', {}, [t('setFor'), ...names.map((name) => say(setting.fields[name].label)), '']
        .map((text) => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, rows.map((row) => h('tr', { data: { key: row[setting.each] } },
        h('th', { scope: 'row' }, nameOf(pages, row[setting.each])),
        names.map((name) => h('td', { data: { field: name } }, told(setting.fields[name], valueOf(row, name)))),
        h('td', {}, may ? h('a', {
          class: 'button quiet', href: at(setting, row[setting.each]), 'data-inside': true,
          'aria-label': `${nameOf(pages, row[setting.each])}: ${t('change')}`,
        }, t('change')) : null)))))));
  last = null;
}

function back() {
  return h('p', { class: 'back' }, h('a', { href: to(`/work/${SETTINGS}`), 'data-inside': true }, `‹ ${t('settings')}`));
}

function formFor(place, setting, key, { content, version }, name = '') {
  const title = [say(setting.words.title), name].filter(Boolean).join(': ');
  const page = {
    ...setting, id: `${SETTINGS}/${setting.id}`,
    shown: { kind: null, facts: setting.form.entries.map((entry) => entry.field) },
  };
  return () => {
    document.title = `${title} · Millrace`;
    settingForm(place, page, {
      title, content, version, path: apiOf(setting, key), part: key,
      back: setting.each ? at(setting) : to(`/work/${SETTINGS}`),
      done: (body) => {
        last = { id: setting.id, text: [name, changes(setting, content, body)].filter(Boolean).join(' – ') };
      },
    });
    place.querySelector('h1').after(h('p', { class: 'hint' }, say(setting.words.purpose)));
  };
}

/** What was set, as it was and is. */
function changes(setting, before, body) {
  const of = (document, field) => told(setting.fields[field], valueOf(document, field));
  const lines = setting.form.entries.filter(({ field }) => of(before, field) !== of(body, field))
    .map(({ field }) => `${say(setting.fields[field].label)}: ${of(before, field)} → ${of(body, field)}`);
  return `${t('isSet')} ${lines.join('; ')}`.trim();
}
