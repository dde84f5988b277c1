// What a person may do with a row of a table: a button, a question, one request to the core with
// the person's own token, and the new state of the row before the marts have it.
import { Refused, send } from './api.js';
import { h, put } from './dom.js';
import { date } from './format.js';
import { completeTo } from './fresh.js';
import { paperAt } from './papers.js';
import { say, t } from './words.js';

/** What was done on this page, until the marts show it. */
const done = new Map();

/** The cell of a row with its commands, or with what has become of the row. */
export function commandCell(spec, chart, row) {
  const cell = h('td', { class: 'commands' });
  paint(cell, spec, chart, row);
  return cell;
}

function paint(cell, spec, chart, row) {
  const known = outcome(chart, row);
  const offered = chart.use.commands.filter((c) => isOffered(c, row));
  const over = known && known.command.offer.where.length > 0;
  put(cell, h('div', { class: 'command-row' },
    known ? badge(known) : null,
    over ? null : offered.map((command) => h('button', {
      class: 'command-button', id: buttonId(spec, command, row), data: { command: command.offer.name },
      onclick: (event) => {
        event.stopPropagation();
        start(command, row, chart, (result) => {
          done.set(rowKey(chart, row), result);
          paint(cell, spec, chart, row);
          cell.querySelector('a, button, .outcome')?.focus();
        });
      },
    }, say(command.offer.label)))));
}

function badge(known) {
  const text = fill(say(known.command.outcome.done), known.answer);
  const { paper } = known.command.outcome;
  const at = paper ? paperAt(field(known.answer, paper.type), field(known.answer, paper.number)) : null;
  const props = { class: 'outcome', role: 'status', tabindex: '-1', data: { outcome: known.command.offer.name } };
  return at ? h('a', { ...props, href: at, 'data-inside': true }, `✓ ${text}`) : h('span', props, `✓ ${text}`);
}

function isOffered(command, row) {
  return command.offer.where.every((condition) => condition.values.includes(String(row[condition.column])));
}

/** What was done with the row; forgotten once the row shows it or its table holds all up to then. */
function outcome(chart, row) {
  const key = rowKey(chart, row);
  const known = done.get(key);
  if (known && (!isOffered(known.command, row)
      || chart.head.tables.every((name) => completeTo(name) > known.at))) {
    done.delete(key);
    return null;
  }
  return known;
}

function rowKey(chart, row) {
  return chart.head.tables.join() + chart.use.commands
    .map((c) => address(c.call, row) + JSON.stringify(sent(c.call, row))).join();
}

function buttonId(spec, command, row) {
  const parts = Object.values(sent(command.call, row)).join('-');
  return `do-${spec.chart}-${command.offer.name}-${address(command.call, row)}-${parts}`.replace(/[^\w-]+/g, '-');
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
  return text.replace(/\{([^{}]*)}/g, (all, path) => field(answer, path));
}

function field(answer, path) {
  return path.split('.').reduce((part, name) => part?.[name], answer) ?? '';
}

/** Asks what is needed, sends, and says what came of it; without a question it sends at once. */
function start(command, row, chart, finished) {
  const dialog = h('dialog', { class: 'card asking', 'aria-labelledby': 'asking-title' });
  const problem = h('div', { class: 'problem', role: 'alert' });
  const inputs = command.ask.map((asked) => [asked, input(asked, row)]);
  const act = h('button', { class: 'primary', type: 'submit', id: 'asking-act' }, say(command.offer.label));
  const form = h('form', {
    method: 'dialog', novalidate: true,
    onsubmit: async (event) => {
      event.preventDefault();
      act.disabled = true;
      put(problem);
      try {
        const body = { ...sent(command.call, row), ...entered(inputs) };
        const result = await send(command.call.method, address(command.call, row), body, keyOf(dialog, body));
        dialog.close();
        finished({ ...result, command });
      } catch (refused) {
        explain(problem, refused);
        act.disabled = false;
      }
    },
  },
  h('h2', { id: 'asking-title' }, `${say(command.offer.label)}: ${about(chart, row)}`),
  command.offer.confirm ? h('p', {}, say(command.offer.confirm)) : null,
  inputs.map(([asked, element]) => h('label', {}, h('span', {},
    say(asked.label), asked.need === 'OPTIONAL' ? ` (${t('optional')})` : ''), element)),
  problem,
  h('div', { class: 'asking-buttons' },
    h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, t('cancel')), act));
  dialog.append(form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  (inputs[0]?.[1] || act).focus();
}

/** The row in words: its first two columns. */
function about(chart, row) {
  return chart.columns.slice(0, 2).map((c) => String(row[c.column])).filter((v) => v !== '')
    .map((v) => (/^\d{4}-\d\d-\d\d$/.test(v) ? date(v) : v)).join(' · ');
}

const NUMBERS = ['QUANTITY', 'MONEY'];
const INPUTS = {
  QUANTITY: { type: 'text', inputmode: 'decimal', autocomplete: 'off' },
  MONEY: { type: 'text', inputmode: 'decimal', autocomplete: 'off' },
  TEXT: { type: 'text', maxlength: 500 },
  DATE: { type: 'date' },
};

function input(asked, row) {
  return h('input', {
    ...INPUTS[asked.kind], id: `asking-${asked.key}`, name: asked.key,
    value: asked.from ? plain(row[asked.from]) : null,
    required: asked.need === 'REQUIRED',
  });
}

function plain(value) {
  return typeof value === 'number' ? String(value) : value;
}

/** What was typed; a number stays the text that was typed until the core reads it. */
function entered(inputs) {
  const body = {};
  for (const [asked, element] of inputs) {
    const text = element.value.trim();
    if (text === '' && asked.need === 'REQUIRED') {
      element.focus();
      throw new Refused({ title: t('needed'), detail: `${say(asked.label)}: ${t('neededHint')}`, status: 0 });
    }
    if (text !== '' && NUMBERS.includes(asked.kind) && !/^\d+(\.\d+)?$/.test(text)) {
      element.focus();
      throw new Refused({ title: t('noNumber'), detail: `${say(asked.label)}: ${t('noNumberHint')}`, status: 0 });
    }
    if (text !== '') {
      body[asked.key] = text;
    }
  }
  return body;
}

/** One key for one content: after an answer that never came the same may be sent again. */
function keyOf(dialog, body) {
  const content = JSON.stringify(body);
  if (dialog.dataset.content !== content) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    dialog.dataset.content = content;
    dialog.dataset.key = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  }
  return dialog.dataset.key;
}

function explain(place, refused) {
  const problems = (refused.problems || []).map((p) => h('li', {},
    `${p.field}${p.value ? ` = ${p.value}` : ''}: ${p.expected}`));
  put(place, h('strong', {}, refused.title || t('failed')), ` ${refused.message}`,
    problems.length > 0 ? h('ul', {}, problems) : null);
}
