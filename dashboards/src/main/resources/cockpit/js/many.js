// Commands on several rows: a box on each row that offers one, a bar that says how many are
// selected, and a run that sends row by row, goes on after a refusal and can be stopped.
import { chosen, place } from './address.js';
import { askFirst } from './asking.js';
import { about, came, elementId, give, isInPieces, isUnavailable, offers, own, rowKey } from './commands.js';
import { h } from './dom.js';
import { byUnit, coded, productOf, rounded, sumOf } from './format.js';
import { say, t } from './words.js';

/** The field of the dialog that says by how much values change, and the places of what they become. */
const CHANGE = 'change';
const PLACES = 4;
/** The keys of the selected rows. */
const selected = new Set();
/** By table: the rows on the page now, how to paint their boxes and the bar, and its last run. */
const shown = new Map();
const painted = new Map();
const runs = new Map();

window.addEventListener('millrace:outcome', () => painted.forEach((paint) => paint()));
window.addEventListener('beforeunload', (event) => {
  if ([...runs.values()].some((run) => !run.isOver)) {
    event.preventDefault();
  }
});

/** The boxes and the bar of a table; null when no command of it may be given on several rows. */
export function selection(spec, chart) {
  const buttons = grouped(chart.use.commands.filter((command) => command.many));
  if (buttons.length === 0) {
    return null;
  }
  const key = [place().name, spec.chart, chosen().company].join('/');
  const table = { key, chart, stop: `stop-${spec.chart}`, lines: [], last: null };
  const all = h('input', {
    type: 'checkbox', id: `select-all-${spec.chart}`, 'aria-label': t('selectAll'),
    onclick: () => toggle(table, table.lines, all.checked),
  });
  const bar = barOf(spec, table, buttons);
  const paint = () => {
    table.lines.forEach((line) => paintBox(table, line));
    const open = table.lines.filter((line) => !line.box.hidden);
    const on = open.filter((line) => line.box.checked);
    all.checked = on.length > 0 && on.length === open.length;
    all.indeterminate = on.length > 0 && on.length < open.length;
    all.disabled = open.length === 0 || isRunning(table);
    bar.paint(on);
  };
  painted.set(table.key, paint);
  return {
    bar: bar.element,
    head: () => h('th', { scope: 'col', class: 'select' }, h('label', {}, all)),
    cell: (row) => cell(spec, table, row),
    begin: () => {
      table.lines = [];
    },
    shown: () => {
      forgetHidden(table);
      paint();
    },
  };
}

/** Commands with the same words are one button; each row gets the one that it offers. */
function grouped(commands) {
  const groups = new Map();
  for (const command of commands) {
    const label = command.offer.label.en;
    groups.set(label, [...(groups.get(label) || []), command]);
  }
  return [...groups.values()];
}

function cell(spec, table, row) {
  const line = { row, key: rowKey(table.chart, row) };
  const [first] = table.chart.use.commands;
  line.box = h('input', {
    type: 'checkbox', id: elementId('select', spec, first, row), 'aria-label': `${t('select')} ${about(table.chart, row)}`,
    onclick: (event) => pick(table, line, event.shiftKey),
    onkeydown: (event) => walk(table, line, event),
  });
  table.lines.push(line);
  return h('td', { class: 'select' }, h('label', {}, line.box));
}

function paintBox(table, line) {
  line.box.hidden = !offers(table.chart, line.row).some((command) => command.many);
  line.box.checked = !line.box.hidden && selected.has(line.key);
  line.box.disabled = isRunning(table);
}

/** What is not shown is not selected, so that nobody acts on rows that they do not see. */
function forgetHidden(table) {
  const keys = new Set(table.lines.map((line) => line.key));
  (shown.get(table.key) || []).filter((key) => !keys.has(key)).forEach((key) => selected.delete(key));
  shown.set(table.key, [...keys]);
}

/** A click with shift takes all rows from the one clicked before. */
function pick(table, line, isRange) {
  const from = isRange ? table.lines.findIndex((other) => other.key === table.last) : -1;
  const to = table.lines.indexOf(line);
  const range = from < 0 ? [line] : table.lines.slice(Math.min(from, to), Math.max(from, to) + 1);
  table.last = line.key;
  toggle(table, range, line.box.checked);
}

function toggle(table, lines, isOn) {
  lines.filter((line) => !line.box.hidden)
    .forEach((line) => (isOn ? selected.add(line.key) : selected.delete(line.key)));
  runs.delete(table.key);
  repaint(table);
}

/** The arrows lead from box to box. */
function walk(table, line, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    let at = table.lines.indexOf(line) + step;
    while (table.lines[at]?.box.hidden) {
      at += step;
    }
    table.lines[at]?.box.focus();
  }
}

function repaint(table) {
  painted.get(table.key)();
}

function isRunning(table) {
  return runs.has(table.key) && !runs.get(table.key).isOver;
}

function barOf(spec, table, buttons) {
  const status = h('span', { role: 'status', tabindex: '-1', class: 'selection-count' });
  const progress = h('progress', { 'aria-label': t('progress') });
  const stop = h('button', {
    id: table.stop, class: 'command-button',
    onclick: () => {
      runs.get(table.key).isStopped = true;
    },
  }, t('stop'));
  const acts = buttons.map((commands) => [commands, h('button', {
    id: `many-${spec.chart}-${commands[0].offer.name}`, class: 'command-button', data: { many: commands[0].offer.name },
    onclick: () => start(table, commands),
  }, say(commands[0].offer.label))]);
  const element = h('div', { class: 'selection', role: 'group', 'aria-label': t('several') },
    status, acts.map(([, button]) => button), progress, stop);
  const paint = (on) => {
    const run = runs.get(table.key);
    const isBusy = isRunning(table);
    status.textContent = run ? told(run) : counted('selected', { n: on.length });
    progress.hidden = !isBusy;
    stop.hidden = !isBusy;
    if (isBusy) {
      progress.max = run.total;
      progress.value = run.sent;
    }
    for (const [commands, button] of acts) {
      button.hidden = isBusy;
      button.disabled = !on.some((line) => offered(table, commands, line.row));
    }
  };
  return { element, paint };
}

function offered(table, commands, row) {
  return offers(table.chart, row).find((command) => commands.includes(command));
}

function told(run) {
  if (!run.isOver) {
    return counted('progressOf', { n: run.sent, all: run.total });
  }
  const left = run.total - run.sent;
  return [
    counted('runOver', { n: run.sent - run.refused, refused: run.refused }),
    left > 0 ? counted('runLeft', { n: left }) : '',
  ].filter(Boolean).join(' · ');
}

function counted(words, values) {
  return t(words).replace(/\{(\w+)}/g, (all, name) => values[name]);
}

/** Says how many, what for and for how much, asks what holds for all, and sends. */
async function start(table, commands) {
  const chosenLines = table.lines.filter((line) => line.box.checked && !line.box.hidden);
  const jobs = chosenLines
    .map((line) => ({ line, command: offered(table, commands, line.row) }))
    .filter((job) => job.command);
  const label = say(commands[0].offer.label);
  const fields = new Map();
  jobs.forEach(({ command }) => command.ask.filter((asked) => command.many.ask.includes(asked.key))
    .forEach((asked) => fields.set(asked.key, [asked, null])));
  jobs.filter(({ command }) => command.many.change).forEach(({ command: { many: { change } } }) => {
    fields.set(CHANGE, [{ key: CHANGE, kind: 'CHANGE', label: change.label, need: 'REQUIRED', when: {} }, null]);
  });
  await learnPieces(jobs);
  if (document.querySelector('dialog.asking')) {
    return;
  }
  askFirst({
    title: `${label}: ${counted('selected', { n: jobs.length })}`,
    lines: [
      ...totals(jobs),
      ...sentences(jobs),
      chosenLines.length > jobs.length ? counted('notOffered', { n: chosenLines.length - jobs.length }) : null,
    ].filter(Boolean),
    label,
    fields: [...fields.values()],
    foreseen: (entered) => changes(table, jobs, entered[CHANGE]),
    act: async (entered) => () => {
      sendAll(table, jobs, entered);
      document.getElementById(table.stop)?.focus();
    },
  });
}

/** The field of a command that is the row's own value, changed by what is asked for all. */
function changedField({ many, ask }) {
  return many.change ? ask.find((asked) => asked.key === many.change.key) : undefined;
}

/** Notes of each row whether what changes is counted in pieces; each item is asked about once. */
async function learnPieces(jobs) {
  const known = new Map();
  for (const job of jobs) {
    const asked = changedField(job.command);
    const item = asked?.of && job.line.row[asked.of];
    if (item) {
      known.set(item, known.get(item) ?? await isInPieces(asked, job.line.row));
      job.isInPieces = known.get(item);
    }
  }
}

/** The row's own value, changed by a fraction of it. */
function changed(job, asked, by) {
  const value = own(asked, job.line.row);
  return value === null ? undefined
    : rounded(productOf(value, sumOf(['1', by])), job.isInPieces ? 0 : PLACES);
}

/** Each row with what it is now and what it will be. */
function changes(table, jobs, by) {
  const lines = by === undefined ? [] : jobs.filter(({ command }) => changedField(command));
  return lines.length === 0 ? null : h('table', { class: 'rows' }, h('tbody', {}, lines.map((job) => {
    const asked = changedField(job.command);
    const [now, then] = [own(asked, job.line.row), changed(job, asked, by)].map((value) => byUnit(value, asked.kind));
    return h('tr', {}, h('td', {}, about(table.chart, job.line.row)), h('td', { class: 'number' }, `${now} → ${then}`));
  })));
}

/** What the rows are worth together, by currency: amounts of two are never added. */
function totals(jobs) {
  const sums = new Map();
  let unknown = 0;
  for (const { line: { row }, command: { many: { total } } } of jobs) {
    if (total && row[total.column] !== '') {
      const currency = row[total.currency];
      sums.set(currency, [...(sums.get(currency) || []), row[total.column]]);
    } else if (total) {
      unknown += 1;
    }
  }
  const amounts = [...sums].map(([currency, values]) => coded(sumOf(values), currency));
  return [[
    amounts.length > 0 ? `${t('totalValue')}: ${amounts.join(' + ')}` : '',
    unknown > 0 ? counted('noValue', { n: unknown }) : '',
  ].filter(Boolean).join(' · ')];
}

function sentences(jobs) {
  const counts = new Map();
  jobs.filter(({ command }) => command.offer.confirm)
    .forEach(({ command }) => counts.set(command, (counts.get(command) || 0) + 1));
  return [...counts].map(([command, n]) => `${n} × ${say(command.offer.confirm)}`);
}

/** One command after the other, each its own act: what is refused stays selected with its reason. */
async function sendAll(table, jobs, entered) {
  const run = { total: jobs.length, sent: 0, refused: 0, isStopped: false, isOver: false };
  runs.set(table.key, run);
  repaint(table);
  for (const job of jobs) {
    const { line, command } = job;
    if (run.isStopped) {
      break;
    }
    try {
      const result = await give(command, line.row, bodyOf(job, entered));
      selected.delete(line.key);
      run.sent += 1;
      came(table.chart, line.row, result);
    } catch (refused) {
      run.isStopped = run.isStopped || isUnavailable(refused);
      run.sent += isUnavailable(refused) ? 0 : 1;
      run.refused += isUnavailable(refused) ? 0 : 1;
      came(table.chart, line.row, { command, refused });
    }
  }
  run.isOver = true;
  repaint(table);
}

/** What was asked for all, and of the other fields what the row has itself. */
function bodyOf(job, entered) {
  const { command, line: { row } } = job;
  const body = {};
  for (const asked of command.ask) {
    const one = asked === changedField(command) ? changed(job, asked, entered[CHANGE]) : own(asked, row);
    const value = command.many.ask.includes(asked.key) ? entered[asked.key] : one;
    if (value !== undefined && value !== null) {
      body[asked.key] = value;
    }
  }
  return body;
}
