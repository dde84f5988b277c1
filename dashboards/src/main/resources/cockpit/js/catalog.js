// What tables and columns are called, how their values are written and where they lead: all of it
// from the catalogue, in the language of the page.
import { ask } from './api.js';
import { to } from './address.js';
import { byUnit, date, moment, period } from './format.js';
import { lang, say, t } from './words.js';
import { mayAsk, workAt, workPages } from './work/work.js';

const NUMBERS = ['MONEY', 'PERCENT', 'QUANTITY', 'COUNT'];
let catalog = { tables: {}, documents: {} };
let pages = [];

export async function loadCatalog() {
  catalog = await ask('/data/catalog');
}

/** The pages that documents and masters lead to; while the core does not answer, rows do. */
export async function loadPages() {
  pages = pages.length > 0 ? pages : await workPages().catch(() => []);
}

function entry(table, column) {
  return catalog.tables[table]?.columns[column];
}

export function tableName(table) {
  return say(catalog.tables[table]?.label) || table;
}

/** What a row of the table is. */
export function tableGrain(table) {
  return say(catalog.tables[table]?.grain);
}

export function columnName(table, column) {
  return say(entry(table, column)?.label) || column;
}

export function columnMeaning(table, column) {
  return say(entry(table, column)?.meaning);
}

export function isTechnical(table, column) {
  return Boolean(entry(table, column)?.technical);
}

export function isNumber(table, column) {
  return NUMBERS.includes(entry(table, column)?.form);
}

/** Whether values of a column are text, so that one of them can be asked for. */
export function isText(table, column) {
  return entry(table, column)?.form === 'TEXT';
}

/** The fixed values of a column and what they are called. */
export function wordsOf(table, column) {
  return Object.entries(entry(table, column)?.words ?? {}).map(([word, text]) => [word, say(text)]);
}

/** A value of a column as people read it; the value itself, as it is filtered and exported, stays. */
export function shown(table, column, raw) {
  if (raw === '' || raw === null || raw === undefined) {
    return '';
  }
  const text = String(raw);
  switch (entry(table, column)?.form) {
    case 'MONEY':
    case 'PERCENT':
    case 'QUANTITY':
    case 'COUNT': return byUnit(raw, entry(table, column).form);
    case 'MONTH': return period(text.slice(0, 7));
    case 'DAY': return date(text);
    case 'MOMENT': return moment(text);
    case 'YES_NO': return text === 'true' ? t('yes') : '';
    default: return sayWord(table, column, text);
  }
}

/** The words of a fixed value; of two joined by "and" those of both. */
export function sayWord(table, column, text) {
  const words = entry(table, column)?.words ?? {};
  const one = (value) => say(words[value] || words[value[0].toUpperCase() + value.slice(1)]);
  if (text === '' || words[text]) {
    return text && say(words[text]);
  }
  const parts = text.split(' and ');
  return lang() === 'zh' && parts.every((part) => part && one(part)) ? parts.map(one).join('与') : text;
}

/** The address of a document: its page, or its rows where it has none that the visitor may see. */
export function documentAt(kind, number) {
  const table = catalog.documents[kind];
  if (!table || !number) {
    return null;
  }
  return onPage((page) => page.table === table, number)
    || to('/rows', { table, [`pick.${catalog.tables[table].use.document.number}`]: number, period: 'all' });
}

/** The address of what has this number or code on the page that fits, or null. */
function onPage(fits, number) {
  const page = pages.find((one) => fits(one) && mayAsk(one.permission));
  return page ? workAt(page, 'of', number) : null;
}

/** The address of the document that a value is the number of, or null. */
export function documentOf(table, column, raw, value) {
  const found = catalog.tables[table];
  if (!found || !raw) {
    return null;
  }
  if (found.use.document?.number === column) {
    const [kind] = found.use.document.kinds;
    const isHere = catalog.documents[kind] === table;
    return isHere ? onPage((page) => page.table === table, raw) : documentAt(kind, raw);
  }
  const document = found.columns[column]?.leads.document;
  return document ? documentAt(document.kindColumn ? value(document.kindColumn) : document.kinds[0], raw) : null;
}

/** Where a value of a row leads: to its document, its page, or the rows of the same value; null for nowhere. */
export function leadsTo(table, column, raw, value) {
  const found = catalog.tables[table];
  const { opens, page } = (raw && found?.columns[column]?.leads) || {};
  return documentOf(table, column, raw, value) || (page ? onPage((one) => one.id === page, raw) : null)
    || (opens ? sameValue(found, opens, column, raw, value) : null);
}

/** The rows of another table with the same value, of the same month where a row is of a month. */
function sameValue(found, opens, column, raw, value) {
  const table = opens.slice(opens.indexOf('.') + 1);
  const month = found.key.includes('month') ? { 'pick.month': value('month') } : {};
  return to('/rows', { table, [`pick.${column}`]: raw, ...month });
}
