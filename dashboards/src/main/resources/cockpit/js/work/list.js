// The list of a kind of document: what it is narrowed to, its views, its rows, its files.
import { changed, chosen, go } from '../address.js';
import { h, put } from '../dom.js';
import { say, t } from '../words.js';
import { bulkBar, manySteps } from './bulk.js';
import { exported, workbook } from './exports.js';
import { uploadButton } from './files.js';
import { draw } from './grid.js';
import { importOf } from './importer.js';
import { picker } from './picker.js';
import { letterhead, paperOf } from './print.js';
import { isNumber } from './value.js';
import { opensWith, viewsBox, viewsOf } from './views.js';
import { companyChoice, workAt } from './work.js';

export async function showList(place, page) {
  const company = chosen().company;
  const [{ TabulatorFull }, views, files] = await Promise.all([
    import('/grid/js/tabulator_esm.min.mjs'), viewsOf(page), importOf(page)]);
  const first = opensWith(views);
  if (first) {
    return () => go(first, true);
  }
  return () => {
    document.title = `${say(page.words.title)} · Millrace`;
    const grid = h('div', { class: 'grid', id: 'grid' });
    const count = h('span', { class: 'hint', id: 'row-count', role: 'status' });
    const bulk = h('div', { class: 'stack not-printed' });
    const trouble = h('p', { class: 'problem', role: 'alert' });
    let drawn = null;
    const paper = paperOf(page, () => drawn);
    put(place,
      h('div', { class: 'board-head' }, h('div', {}, letterhead(), h('h1', {}, say(page.words.title))),
        h('div', { class: 'row-tools' }, companyChoice(), viewsBox(page, views),
          h('button', { id: 'export', onclick: () => exported(page, company, drawn) }, t('exportCsv')),
          h('button', { id: 'export-xlsx', onclick: () => workbook(page, company, drawn, trouble) }, t('exportXlsx')),
          files ? h('a', { class: 'button', id: 'import-link', href: workAt(page, 'import'), 'data-inside': true }, t('importFile')) : null,
          uploadButton(page, () => drawn, trouble),
          h('button', { id: 'print', onclick: paper.print }, t('print')),
          page.form ? h('a', { class: 'button primary', id: 'new', href: workAt(page, 'new'), 'data-inside': true },
            `+ ${say(page.words.one)}`) : null)),
      h('section', { class: 'card not-printed' }, narrowing(page, company), trouble, bulk, count, grid), paper.place);
    drawn = draw(TabulatorFull, grid, page, company, { count, trouble });
    if (manySteps(page).length > 0) {
      put(bulk, bulkBar(page, drawn));
    }
  };
}

function narrowing(page, company) {
  const now = chosen();
  const set = (name) => (event) => go(changed({ [name]: event.target.value.trim() || null }));
  const search = h('label', { class: 'filter' }, h('span', {}, t('find')), h('input', {
    type: 'search', id: 'list-search', value: now.search || '', onchange: set('search'),
  }));
  return h('div', { class: 'filters' }, search, page.shown.filters.map((name) => {
    const field = page.fields[name];
    const label = say(field.label);
    if (Object.keys(field.words).length > 0) {
      return filter(label, h('select', { id: `f-${name}`, onchange: set(`f.${name}`) },
        h('option', { value: '' }, t('all')),
        Object.entries(field.words).map(([word, text]) => h('option', {
          value: word, selected: now[`f.${name}`] === word,
        }, say(text)))));
    }
    if (['DATE', 'MOMENT', 'MONEY', 'QUANTITY', 'NUMBER'].includes(field.kind)) {
      return ['from', 'to'].map((bound) => filter(`${label} ${t(bound)}`, h('input', {
        type: isNumber(field) ? 'number' : 'date', id: `f-${name}-${bound}`, step: 'any',
        value: now[`f.${name}.${bound}`] || '', onchange: set(`f.${name}.${bound}`),
      })));
    }
    return filter(label, picker(field, company, {
      id: `f-${name}`, value: now[`f.${name}`] || '', onchange: set(`f.${name}`),
    }));
  }));
}

function filter(label, control) {
  return h('label', { class: 'filter' }, h('span', {}, label), control);
}
