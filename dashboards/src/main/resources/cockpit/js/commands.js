// What a person may do with a row of a table: a button, a question, one request to the core with
// the person's own token, and the new state of the row before the marts have it.
import { chosen } from './address.js';
import { now, send } from './api.js';
import { askFirst, asMeant } from './asking.js';
import { documentAt, shown } from './catalog.js';
import { h, put } from './dom.js';
import { date, rounded } from './format.js';
import { completeTo } from './fresh.js';
import { say, t } from './words.js';

/** What came of commands on this page, by row: until the marts show it, or the person tries again. */
const outcomes = new Map();
/** How to paint the cell of a row that is on the page now. */
const painted = new Map();
/** The keys of commands that got no answer, by content. */
const keys = new Map();

/** The cell of a row with its commands, or with what has become of the row. */
export function commandCell(spec, chart, row) {
  const cell = h('td', { class: 'commands' });
  const repaint = () => {
    paint(cell, spec, chart, row);
    return cell;
  };
  painted.set(rowKey(chart, row), repaint);
  return repaint();
}

function paint(cell, spec, chart, row) {
  const known = outcome(chart, row);
  put(cell, h('div', { class: 'command-row' },
    known ? badge(known) : null,
    offers(chart, row).map((command) => h('button', {
      class: 'command-button', id: elementId('do', spec, command, row), data: { command: command.offer.name },
      onclick: (event) => {
        event.stopPropagation();
  start(command, row, { label: labelOf(command, chart, row), whose: about(chart, row) }, (result) => came(chart, row, result));
      },
    }, labelOf(command, chart, row)))));
}

/** The words of the button, with the row's values in the place of {column}. */
function labelOf(command, chart, row) {
  return filled(say(command.offer.label), (column) => shown(chart.head.tables[0], column, row[column]));
}

/** What came of a command, in words, perhaps leading to the document it made. */
export function badge(known) {
  const props = { class: 'outcome', role: 'status', tabindex: '-1', data: { outcome: known.command.offer.name } };
  if (known.refused) {
    return h('span', { ...props, class: 'outcome refused' }, `✗ ${reason(known.refused)}`);
  }
  const text = fill(say(known.command.outcome.done), known.answer);
  const { document: made } = known.command.outcome;
  const at = made ? documentAt(field(known.answer, made.type), field(known.answer, made.number)) : null;
  return at ? h('a', { ...props, href: at, 'data-inside': true }, `✓ ${text}`) : h('span', props, `✓ ${text}`);
}

function reason(refused) {
  return [refused.message, ...refused.problems.map((p) => `${p.field}: ${p.expected}`)].join('; ');
}

/** The commands that a row offers now; none once one was carried out that it does not offer twice. */
export function offers(chart, row) {
  const known = outcome(chart, row);
  const over = known && !known.refused && known.command.offer.where.length > 0;
  return over ? [] : chart.use.commands.filter((command) => isOffered(command, row));
}

function isOffered(command, row) {
  return command.offer.where.every((condition) => condition.values.includes(String(row[condition.column])));
}

/** What was done with the row; forgotten once the row shows it or its table holds all up to then. */
function outcome(chart, row) {
  const key = rowKey(chart, row);
  const known = outcomes.get(key);
  if (known && (!isOffered(known.command, row)
      || chart.head.tables.every((name) => completeTo(name) > known.at))) {
    outcomes.delete(key);
    return null;
  }
  return known;
}

/** Keeps what came of a command and shows it on the row. */
export function came(chart, row, result) {
  const key = rowKey(chart, row);
  outcomes.set(key, result);
  const cell = painted.get(key)?.();
  window.dispatchEvent(new Event('millrace:outcome'));
  return cell;
}

/** The same for a row of the same commands and values, whenever it is read. */
export function rowKey(chart, row) {
  return chart.head.tables.join() + chart.use.commands
    .map((c) => address(c.call, row) + JSON.stringify(sent(c.call, row))).join();
}

export function elementId(kind, spec, command, row) {
  const parts = Object.values(sent(command.call, row)).join('-');
  return `${kind}-${spec.chart}-${command.offer.name}-${address(command.call, row)}-${parts}`.replace(/[^\w-]+/g, '-');
}

function address(call, row) {
  return call.path.replace(/\{([^{}]*)}/g, (all, column) => encodeURIComponent(row[column]));
}

/** What the body takes from the row; an empty cell sends nothing. */
function sent(call, row) {
  return Object.fromEntries(Object.entries(call.send)
    .sort(([a], [b]) => a.localeCompare(b)).map(([key, column]) => [key, row[column]])
    .filter(([, value]) => value !== ''));
}

/** The text with the values of the core's answer in place of {field} or {field.within}. */
function fill(text, answer) {
  return filled(text, (path) => field(answer, path));
}

function filled(text, valueOf) {
  return text.replace(/\{([^{}]*)}/g, (all, place) => valueOf(place));
}

function field(answer, path) {
  return path.split('.').reduce((part, name) => part?.[name], answer) ?? '';
}

/**
 * Asks what is needed, sends, and says what came of it: {@code came} keeps the result and gives back
 * where it stands.
 */
export async function start(command, row, { label, whose }, came) {
  let before = null;
  try {
    before = command.call.base === 'CURRENT' ? await now(address(command.call, row)) : null;
  } catch (refused) {
    came({ command, refused });
    return;
  }
  if (document.querySelector('dialog.asking')) {
    return;
  }
  askFirst({
    title: `${label}: ${whose}`,
    lines: command.offer.confirm ? [say(command.offer.confirm)] : [],
    label: before && command.ask.length > 0 ? t('save') : label,
    fields: await Promise.all(command.ask.map(async (asked) => [asked,
      before?.content ? held(before.content, asked.key) : await whole(asked, row, own(asked, row))])),
    act: async (entered) => {
      const result = await meant(command, row, entered, { before, label });
      return () => came(result)?.querySelector('a, button, .outcome')?.focus();
    },
  });
}

/** What of the content goes back: the fields named, of a list those of each entry; a record stands for its code. */
function kept(call, content) {
  if (!content || call.keep.length === 0) {
    return content;
  }
  const body = {};
  for (const path of call.keep) {
    const [first, name] = path.split('.');
    const value = content[first];
    body[first] = Array.isArray(value) ? value.map((one, i) => ({ ...body[first]?.[i], [name]: one[name] })) : value?.code ?? value;
  }
  return body;
}

/** Sends a command, and once more as confirmed where the core asks for that and the person means it. */
function meant(command, row, entered, { before, label }) {
  return asMeant(label, (more) => give(command, row, entered, before, more));
}

/** The value that a key leads to, as a field takes it; null where there is none. */
function held(content, key) {
  const value = field(content, key);
  return value === '' ? null : Array.isArray(value) ? value : String(value);
}

/** Puts a value where its key leads, nothing where it is undefined. */
function place(body, key, value) {
  const [first, ...rest] = key.split('.');
  if (rest.length > 0) {
    body[first] = { ...body[first] };
    place(body[first], rest.join('.'), value);
  } else if (value === undefined) {
    delete body[first];
  } else {
    body[first] = value;
  }
}

/** The row's own value for a field; null where no column has it. */
export function own(asked, row) {
  return asked.from && row[asked.from] !== '' ? String(row[asked.from]) : null;
}

/** A proposed quantity of an item that is counted in pieces, without the decimals that no piece has. */
async function whole(asked, row, value) {
  return value !== null && await isInPieces(asked, row) ? rounded(value, 0) : value;
}

/** Whether a field is a quantity of an item that is counted in pieces. */
export async function isInPieces(asked, row) {
  if (!asked.of || !row[asked.of]) {
    return false;
  }
  const at = `/api/companies/${encodeURIComponent(row.company ?? chosen().company)}/items/${encodeURIComponent(row[asked.of])}`;
  const item = await now(at).catch(() => null);
  return item?.content?.unit === 'pcs';
}

/** The row in words: its first two columns. */
export function about(chart, row) {
  return chart.columns.slice(0, 2).map((c) => String(row[c.column])).filter((v) => v !== '')
    .map((v) => (/^\d{4}-\d\d-\d\d$/.test(v) ? date(v) : v)).join(' · ');
}

/**
 * Sends a command. What got no answer has the same key when it is sent again, so it acts once. With
 * what was there before, that goes back but for what was asked; {@code more} goes along.
 */
export async function give(command, row, entered, before = null, more = {}) {
  const { call } = command;
  const body = { ...kept(call, before?.content), ...sent(call, row) };
  command.ask.forEach((asked) => place(body, asked.key, entered[asked.key]));
  Object.assign(body, more);
  const content = `${call.method} ${address(call, row)} ${JSON.stringify(body)}`;
  const key = keys.get(content) || newKey();
  keys.set(content, key);
  try {
    const result = await send(call.method, address(call, row), body, { key, version: before?.version });
    keys.delete(content);
    return { ...result, command };
  } catch (refused) {
    if (!isUnavailable(refused)) {
      keys.delete(content);
    }
    throw refused;
  }
}

/** True when nobody answered who could have acted: what comes next would fare the same. */
export function isUnavailable(refused) {
  return [0, 429, 502, 503, 504].includes(refused.status);
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
}
