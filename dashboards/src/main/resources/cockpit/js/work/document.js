// One document: its state, what can be done next, its lines and its history.
import { ask } from '../api.js';
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { moment } from '../format.js';
import { say, t } from '../words.js';
import { showChain } from './chain.js';
import { current, showStep } from './form.js';
import { isNumber, shown, valueOf } from './value.js';
import { apiAt, workAt, workPages } from './work.js';

export async function showDocument(place, page, number) {
  const [{ content, version }, pages] = await Promise.all([current(page, number), workPages()]);
  return () => {
    const title = `${say(page.words.one)} ${number}`;
    document.title = `${title} · Millrace`;
    if (!content) {
      put(place, h('section', { class: 'card empty', role: 'alert' }, h('h1', {}, t('notThere')),
        h('p', {}, title), h('a', { class: 'button', href: workAt(page), 'data-inside': true }, say(page.words.title))));
      return;
    }
    const history = h('div');
    const chain = h('div', { class: 'stack' });
    put(place,
      h('div', { class: 'board-head' },
        h('div', {}, h('p', { class: 'print-head' }, chosen().company, ' · ', moment(new Date().toISOString())),
          h('p', {}, h('a', { href: workAt(page), 'data-inside': true }, `‹ ${say(page.words.title)}`)),
          h('h1', {}, title)),
        h('div', { class: 'steps', role: 'group', 'aria-label': t('toDo') }, steps(place, page, content, version))),
      h('section', { class: 'card' }, facts(page, pages, content)),
      page.shown.lines.map((lines) => table(page, pages, lines, valueOf(content, lines.field) || [])),
      chain,
      page.shown.hasHistory ? h('details', { class: 'card', id: 'history', ontoggle: () => tell(history, page, number) },
        h('summary', {}, t('history')), history) : null);
    if (page.shown.chain) {
      showChain(chain, page, pages, String(number));
    }
  };
}

/** The steps of the page; those that the state does not allow say why. */
function steps(place, page, content, version) {
  return page.steps.map((step) => {
    const known = content.steps?.find((one) => one.act === step.act);
    const refused = known && !known.allowed;
    return h('button', {
      id: `step-${step.act}`, 'aria-disabled': refused ? 'true' : null, title: refused ? known.reason : null,
      class: refused ? 'quiet refused' : null,
      onclick: () => (refused ? notify(known.reason) : showStep(place, page, content, version, step)),
    }, say(step.label));
  });
}

function notify(reason) {
  const notice = document.getElementById('notice');
  put(notice, reason);
  setTimeout(() => put(notice), 6000);
}

function facts(page, pages, content) {
  return h('dl', { class: 'facts' }, page.shown.facts
    .filter((name) => valueOf(content, name) !== '')
    .map((name) => h('div', {}, h('dt', {}, say(page.fields[name].label)),
      h('dd', { data: { field: name } }, cell(page, pages, name, content)))));
}

/** A value; one that another page knows leads there. The pick .kind is the page that the field kind names. */
function cell(page, pages, name, row) {
  const field = page.fields[name];
  const value = valueOf(row, name);
  const id = field.pick?.startsWith('.') ? valueOf(row, field.pick.slice(1)) : field.pick;
  const other = id && pages.find((one) => one.id === id);
  const text = shown(field, value);
  return other && value ? h('a', { href: workAt(other, 'of', value), 'data-inside': true }, text) : text;
}

function table(page, pages, lines, rows) {
  return h('section', { class: 'card' }, h('h2', {}, say(lines.label)),
    rows.length === 0 ? h('p', { class: 'hint' }, t('nothingYet'))
      : h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
        h('thead', {}, h('tr', {}, lines.columns.map((name) => h('th', {
          scope: 'col', class: isNumber(page.fields[name]) ? 'number' : null,
        }, say(page.fields[name].label))))),
        h('tbody', {}, rows.map((row) => h('tr', {}, lines.columns.map((name) => h('td', {
          class: isNumber(page.fields[name]) ? 'number' : null,
        }, cell(page, pages, name, row)))))))));
}

async function tell(place, page, number) {
  const entries = await ask(apiAt(page, chosen().company, number, 'history'));
  put(place, entries.length === 0 ? h('p', { class: 'hint' }, t('nothingYet')) : h('ol', { class: 'history' }, entries.map((entry, at) => h('li', {},
    h('p', {}, h('strong', {}, entry.event.replace(/^.*\./, '').replaceAll('-', ' ')), ` · ${entry.actor} · ${moment(entry.recordedAt)}`,
      entry.reason ? ` · ${entry.reason}` : ''),
    at === entries.length - 1 ? null : h('ul', { class: 'hint' }, entry.changes.map((change) => h('li', {},
      `${label(page, change.field)}: ${change.before ?? '–'} → ${change.after ?? '–'}`)))))));
}

function label(page, field) {
  return say(page.fields[field]?.label) || field;
}
