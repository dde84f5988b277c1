// The rows of a list: searched, filtered and sorted by the core, drawn by the grid.
import { ask } from '../api.js';
import { changed, chosen, go } from '../address.js';
import { h, put } from '../dom.js';
import { say, t } from '../words.js';
import { manySteps, SELECTION } from './bulk.js';
import { layout } from './exports.js';
import { choices, query } from './query.js';
import { isNumber, shownIn, valueOf } from './value.js';
import { apiAt, workAt } from './work.js';

const SIZE = 100;

/** Draws the rows; what is sorted and laid out otherwise stands in the address, so that it can be sent. */
export function draw(Grid, place, page, company, told) {
  const grid = new Grid(place, {
    height: 'max(20rem, calc(100vh - 19rem))',
    layout: 'fitDataStretch',
    placeholder: t('nothingYet'),
    movableColumns: true,
    initialSort: page.shown.sortable.length > 0 ? choices().sort.toReversed().map((name) => ({
      column: name.replace(/^-/, ''), dir: name.startsWith('-') ? 'desc' : 'asc',
    })) : [],
    progressiveLoad: 'scroll',
    progressiveLoadScrollMargin: 400,
    sortMode: 'remote',
    ajaxURL: apiAt(page, company),
    ajaxRequestFunc: (url, config, { page: number, sort }) => read(page, url, number, sort, told),
    columns: columnsOf(page),
    ...(manySteps(page).length > 0 ? { rowHeader: SELECTION, selectableRows: 'highlight' } : {}),
  });
  grid.on('tableBuilt', () => readable(place));
  grid.on('renderComplete', () => {
    place.querySelector('.tabulator-placeholder')?.setAttribute('role', 'row');
    place.querySelector('.tabulator-placeholder-contents')?.setAttribute('role', 'gridcell');
  });
  const laidOut = () => {
    const columns = layout(page, grid).columns.join(',');
    keep({ columns: columns === page.shown.columns.join(',') ? null : columns });
  };
  grid.on('columnMoved', laidOut);
  grid.on('columnVisibilityChanged', laidOut);
  grid.on('columnResized', (column) => localStorage.setItem(widths(page),
    JSON.stringify({ ...widthsOf(page), [column.getField()]: column.getWidth() })));
  grid.on('rowClick', (event, row) => {
    if (!event.target.closest('a, .tabulator-row-header')) {
      go(workAt(page, 'of', valueOf(row.getData(), page.identity)));
    }
  });
  return grid;
}

/** Changes the address without asking anything again. */
function keep(more) {
  history.replaceState({}, '', changed(more));
}

/** How wide this browser shows a column is no choice that others share. */
function widths(page) {
  return `millrace.widths.${page.id}`;
}

function widthsOf(page) {
  return JSON.parse(localStorage.getItem(widths(page)) || '{}');
}

/** Roles as readers of screens expect them: rows stand in groups, groups in the grid, with nothing between. */
function readable(place) {
  place.querySelector('.tabulator-header-contents').setAttribute('role', 'presentation');
  place.querySelector('.tabulator-tableholder').setAttribute('role', 'rowgroup');
  place.querySelector('.tabulator-tableholder .tabulator-table').setAttribute('role', 'presentation');
}

async function read(page, url, number, sort, { count, trouble }) {
  const more = page.shown.sortable.length > 0
    ? { size: SIZE, sort: sort?.map((s) => (s.dir === 'desc' ? '-' : '') + s.field).join(',') } : {};
  if (number === 1 && (more.sort ?? '') !== (chosen().sort ?? '')) {
    keep({ sort: more.sort });
  }
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
  const asked = choices().columns.filter((name) => page.shown.columns.includes(name));
  const known = widthsOf(page);
  const order = [...asked, ...page.shown.columns.filter((name) => !asked.includes(name))];
  return order.map((name) => {
    const field = page.fields[name];
    return {
      visible: asked.length === 0 || asked.includes(name), width: known[name],
      title: say(field.label), field: name, headerSort: page.shown.sortable.includes(name),
      hozAlign: isNumber(field) ? 'right' : 'left', headerHozAlign: isNumber(field) ? 'right' : 'left',
      minWidth: 80, headerMenu: columnMenu,
      formatter: (cell) => {
        const value = valueOf(cell.getData(), name);
        const text = shownIn(field, name, cell.getData());
        return name === page.identity
          ? h('a', { href: workAt(page, 'of', value), 'data-inside': true }, text) : document.createTextNode(text);
      },
    };
  });
}

/** Shows and hides columns by their names. */
function columnMenu() {
  return this.getColumns().filter((column) => column.getField()).map((column) => ({
    label: h('span', {}, `${column.isVisible() ? '☑' : '☐'} ${column.getDefinition().title}`),
    action: (event) => {
      event.stopPropagation();
      column.toggle();
    },
  }));
}
