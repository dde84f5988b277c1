// The list of a kind of document: searched, filtered and sorted by the core, drawn by the grid.
import { answered, ask } from '../api.js';
import { changed, chosen, go } from '../address.js';
import { h, put } from '../dom.js';
import { lang, say, t } from '../words.js';
import { picker } from './picker.js';
import { isNumber, shown, valueOf } from './value.js';
import { viewsOf } from './views.js';
import { apiAt, companyChoice, workAt } from './work.js';

const SIZE = 100;
const EXPORTED = 500;

export async function showList(place, page) {
  const company = chosen().company;
  const { TabulatorFull } = await import('/grid/js/tabulator_esm.min.mjs');
  return () => {
    document.title = `${say(page.words.title)} · Millrace`;
    const grid = h('div', { class: 'grid', id: 'grid' });
    const count = h('span', { class: 'hint', id: 'row-count', role: 'status' });
    const trouble = h('p', { class: 'problem', role: 'alert' });
    let drawn = null;
    put(place,
      h('div', { class: 'board-head' }, h('h1', {}, say(page.words.title)),
        h('div', { class: 'row-tools' }, companyChoice(), viewsOf(page),
          h('button', { id: 'export', onclick: () => exported(page, company) }, t('exportCsv')),
          h('button', { id: 'export-xlsx', onclick: () => workbook(page, company, drawn, trouble) }, t('exportXlsx')),
          page.form ? h('a', { class: 'button primary', id: 'new', href: workAt(page, 'new'), 'data-inside': true },
            `+ ${say(page.words.one)}`) : null)),
      h('section', { class: 'card' }, narrowing(page, company), trouble, count, grid));
    drawn = draw(TabulatorFull, grid, page, company, { count, trouble });
  };
}

/** Which of the address's choices the core's list understands. */
function query(page, more = {}) {
  const asked = Object.entries(chosen()).filter(([name, value]) => value !== ''
    && (name === 'search' || page.shown.filters.some((field) => name === `f.${field}`
      || name === `f.${field}.from` || name === `f.${field}.to`)));
  return { ...Object.fromEntries(asked.map(([name, value]) => [name.replace(/^f\./, ''), value])), ...more };
}

function draw(Grid, place, page, company, told) {
  const grid = new Grid(place, {
    height: 'max(20rem, calc(100vh - 19rem))',
    layout: 'fitDataStretch',
    placeholder: t('nothingYet'),
    movableColumns: true,
    persistence: { columns: ['width', 'visible'] },
    persistenceID: `millrace.${page.id}`,
    progressiveLoad: 'scroll',
    progressiveLoadScrollMargin: 400,
    sortMode: 'remote',
    ajaxURL: apiAt(page, company),
    ajaxRequestFunc: (url, config, { page: number, sort }) => read(page, url, number, sort, told),
    columns: columnsOf(page),
  });
  grid.on('tableBuilt', () => readable(place));
  grid.on('renderComplete', () => {
    place.querySelector('.tabulator-placeholder')?.setAttribute('role', 'row');
    place.querySelector('.tabulator-placeholder-contents')?.setAttribute('role', 'gridcell');
  });
  grid.on('rowClick', (event, row) => {
    if (!event.target.closest('a')) {
      go(workAt(page, 'of', valueOf(row.getData(), page.identity)));
    }
  });
  return grid;
}

/** Roles as readers of screens expect them: rows stand in groups, groups in the grid, with nothing between. */
function readable(place) {
  place.querySelector('.tabulator-header-contents').setAttribute('role', 'presentation');
  place.querySelector('.tabulator-tableholder').setAttribute('role', 'rowgroup');
  place.querySelector('.tabulator-tableholder .tabulator-table').setAttribute('role', 'presentation');
}

async function read(page, url, number, sort, { count, trouble }) {
  const more = page.shown.isSortable
    ? { size: SIZE, sort: sort?.map((s) => (s.dir === 'desc' ? '-' : '') + s.field).join(',') } : {};
  try {
    const answer = await ask(url, query(page, page.shown.isPaged ? { page: number, ...more } : more));
    const rows = Array.isArray(answer) ? answer : answer.rows;
    put(trouble);
    if (answer.total !== undefined) {
      put(count, `${answer.total}${answer.totalIsExact ? '' : '+'} ${t(answer.total === 1 ? 'row' : 'rows')}`);
    }
    return { data: rows, last_page: answer.more ? number + 1 : number };
  } catch (refused) {
    put(trouble, refused.message);
    return { data: [], last_page: 1 };
  }
}

function columnsOf(page) {
  return page.shown.columns.map((name) => {
    const field = page.fields[name];
    return {
      title: say(field.label), field: name, headerSort: page.shown.isSortable,
      hozAlign: isNumber(field) ? 'right' : 'left', headerHozAlign: isNumber(field) ? 'right' : 'left',
      minWidth: 80, headerMenu: columnMenu,
      formatter: (cell) => {
        const value = valueOf(cell.getData(), name);
        const text = shown(field, value);
        return name === page.identity
          ? h('a', { href: workAt(page, 'of', value), 'data-inside': true }, text) : document.createTextNode(text);
      },
    };
  });
}

/** Shows and hides columns by their names. */
function columnMenu() {
  return this.getColumns().map((column) => ({
    label: h('span', {}, `${column.isVisible() ? '☑' : '☐'} ${column.getDefinition().title}`),
    action: (event) => {
      event.stopPropagation();
      column.toggle();
    },
  }));
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
    if (field.kind === 'WORD') {
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

/** All rows of the list as it is narrowed now, as a file that spreadsheets open with its letters right. */
async function exported(page, company) {
  const lines = [page.shown.columns.map((name) => say(page.fields[name].label))];
  for (let number = 1, more = true; more; number += 1) {
    const size = page.shown.isSortable ? { size: EXPORTED } : {};
    const answer = await ask(apiAt(page, company), query(page, page.shown.isPaged ? { page: number, ...size } : size));
    (Array.isArray(answer) ? answer : answer.rows).forEach((row) => lines.push(page.shown.columns.map((name) => valueOf(row, name))));
    more = answer.more;
  }
  const text = `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
  saved(new Blob([text], { type: 'text/csv' }), `${page.id.replace('/', '-')}.csv`);
}

/** The list as it is narrowed, sorted and laid out now, as a workbook that the cockpit makes. */
async function workbook(page, company, grid, trouble) {
  const columns = grid.getColumns().filter((column) => column.isVisible()).map((column) => column.getField());
  const sort = grid.getSorters().map((s) => (s.dir === 'desc' ? '-' : '') + s.field).join(',');
  const asked = query(page, {
    company, columns: columns.join(','), lang: lang(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(page.shown.isSortable && sort ? { sort } : {}),
  });
  const answer = await answered(`/data/lists/${page.id}.xlsx?${new URLSearchParams(asked)}`);
  if (answer.ok) {
    saved(await answer.blob(), `${page.id.replace('/', '-')}.xlsx`);
  } else {
    put(trouble, (await answer.json()).detail);
  }
}

function saved(content, name) {
  const link = h('a', { href: URL.createObjectURL(content), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A cell; what a spreadsheet would take for a formula is marked as text. */
function quoted(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
