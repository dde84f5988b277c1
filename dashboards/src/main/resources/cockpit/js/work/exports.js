// A list as it is narrowed, sorted and laid out now, as a file.
import { answered, ask } from '../api.js';
import { h, put } from '../dom.js';
import { lang, say } from '../words.js';
import { query } from './query.js';
import { valueOf } from './value.js';
import { apiAt } from './work.js';

const EXPORTED = 500;

/** All rows as a file that spreadsheets open with its letters right. */
export async function exported(page, company, grid) {
  const { columns, sort } = layout(page, grid);
  const lines = [columns.map((name) => say(page.fields[name].label))];
  for (let number = 1, more = true; more; number += 1) {
    const size = page.shown.sortable.length > 0 ? { size: EXPORTED, sort } : {};
    const answer = await ask(apiAt(page, company), query(page, page.shown.isPaged ? { page: number, ...size } : size));
    (Array.isArray(answer) ? answer : answer.rows).forEach((row) => lines.push(columns.map((name) => valueOf(row, name))));
    more = answer.more;
  }
  saved(new Blob([`\uFEFF${csv(lines, quoted)}`], { type: 'text/csv' }), `${page.id.replace('/', '-')}.csv`);
}

function csv(lines, cell) {
  return `${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Rows below a header as the core's imports read them, one line a row and each value as it is. */
export function csvOf(header, rows) {
  const flat = (value) => bare(String(value ?? '').replace(/[\r\n]+/g, ' '));
  return csv([header, ...rows], flat);
}

/** The same as a workbook that the cockpit makes. */
export async function workbook(page, company, grid, trouble) {
  const { columns, sort } = layout(page, grid);
  const asked = query(page, {
    // the cockpit's workbook knows the fields of the page file alone
    company, columns: columns.filter((name) => !name.startsWith('custom.')).join(','), lang: lang(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(page.shown.sortable.length > 0 && sort ? { sort } : {}),
  });
  const answer = await answered(`/data/lists/${page.id}.xlsx?${new URLSearchParams(asked)}`);
  if (answer.ok) {
    saved(await answer.blob(), `${page.id.replace('/', '-')}.xlsx`);
  } else {
    put(trouble, (await answer.json()).detail);
  }
}

/** The columns that are shown, from left to right, and the order of the rows. */
export function layout(page, grid) {
  const columns = grid.getColumns().filter((column) => column.isVisible()).map((column) => column.getField());
  return {
    columns: columns.filter((name) => page.fields[name]),
    sort: grid.getSorters().map((s) => (s.dir === 'desc' ? '-' : '') + s.field).join(','),
  };
}

export function saved(content, name) {
  const link = h('a', { href: URL.createObjectURL(content), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A cell; what a spreadsheet would take for a formula is marked as text. */
function quoted(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return bare(text);
}

function bare(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
