// The controls of a form: single fields, and an editor of lines that needs no mouse.
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { isDecimal, priced, productOf, sumOf, typedNumber } from '../format.js';
import { say, t } from '../words.js';
import { picker } from './picker.js';
import { toldOf } from './told.js';
import { isNumber } from './value.js';

/** A field with its label, what stands in it, and a place for what is wrong. */
export function entryOf(page, { field: name, required }, value, prefix = 'e') {
  const field = page.fields[name];
  const id = `${prefix}-${name}`.replaceAll('.', '-');
  const trouble = h('span', { class: 'field-problem', id: `${id}-problem` });
  const said = page.hints?.[name];
  const hint = said ? h('span', { class: 'hint', id: `${id}-hint` }, say(said)) : null;
  const before = h('span', { class: 'hint before', id: `${id}-before` });
  const about = [hint, before, trouble].filter(Boolean).map((each) => each.id).join(' ');
  const words = [say(field.label), required ? '' : ` (${t('optional')})`];
  const isChoice = field.kind === 'LIST' && Object.keys(field.words).length > 0;
  const control = isChoice ? choice(field, id, value || []) : controlOf(field, id, value, { required, 'aria-describedby': about });
  const input = control.matches('input, select') ? control : control.querySelector('input');
  const element = isChoice ? h('fieldset', { id, data: { field: name }, 'aria-describedby': about }, h('legend', {}, words), control, hint, before, trouble)
    : h('label', { data: { field: name } }, h('span', {}, words), control, hint, before, trouble);
  return {
    name, required, element, input,
    isWrong: (value) => isNumber(field) && value !== undefined && !isDecimal(value),
    read: () => (isChoice ? chosenOf(control) : typed(field, input.value)),
    /** Shows what was there before it was typed over; nothing where it is the same. */
    was: (text) => put(before, text),
    tell: (texts) => {
      put(trouble, texts.join('; '));
      input.setAttribute('aria-invalid', texts.length > 0);
    },
  };
}

/** Some of the words that a field may have. */
function choice(field, id, values) {
  return h('div', { class: 'options' }, Object.entries(field.words).map(([word, text]) => h('label', {},
    h('input', { type: 'checkbox', id: `${id}-${word}`, value: word, checked: values.includes(word) }), say(text))));
}

function chosenOf(control) {
  const words = [...control.querySelectorAll(':checked')].map((box) => box.value);
  return words.length > 0 ? words : undefined;
}

function controlOf(field, id, value, props) {
  const company = chosen().company;
  switch (field.kind) {
    case 'WORD': return h('select', { id, ...props }, h('option', { value: '' }, '–'),
      Object.entries(field.words).map(([word, text]) => h('option', { value: word, selected: word === String(value) }, say(text))));
    case 'YES_NO': return h('select', { id, ...props }, h('option', { value: '' }, '–'),
      ['true', 'false'].map((word) => h('option', { value: word, selected: word === String(value) }, t(word === 'true' ? 'yes' : 'no'))));
    case 'DATE': return h('input', { id, type: 'date', value, ...props });
    case 'MONEY':
    case 'QUANTITY':
    case 'NUMBER': return h('input', { id, type: 'text', inputmode: 'decimal', autocomplete: 'off', value, ...props });
    default: return picker(field, company, { id, value: Array.isArray(value) ? value.join(', ') : value, ...props });
  }
}

/** What was typed as the core takes it: numbers with a point, lists split at commas, nothing when empty. */
function typed(field, text) {
  const bare = text.trim();
  if (bare === '') {
    return undefined;
  }
  if (isNumber(field)) {
    return typedNumber(bare);
  }
  if (field.kind === 'YES_NO') {
    return bare === 'true';
  }
  return field.kind === 'LIST' ? bare.split(/[,，]/).map((part) => part.trim()).filter(Boolean) : bare;
}

/** Lines as a table of inputs: a new line opens when the last one is filled, Enter goes down. */
export function linesOf(page, form, values = [], around = () => undefined) {
  const body = h('tbody');
  const total = h('output', { class: 'number', id: 'lines-total' });
  const rows = [];
  const add = (value = {}) => {
    const at = rows.length;
    const entries = form.lineEntries.map((entry) => entryOf(page, entry, value[entry.field] ?? '', `l${at}`));
    const typedIn = (name) => entries.find((entry) => entry.name === name)?.read() ?? around(name);
    const row = { entries, element: null, told: form.toldOfLines ? toldOf(page, form.toldOfLines, typedIn) : null };
    row.element = h('tr', {}, entries.map((entry) => h('td', {}, entry.element)),
      row.told ? h('td', {}, row.told.place) : null,
      h('td', {}, h('button', {
        type: 'button', class: 'quiet', 'aria-label': t('dropLine'), title: t('dropLine'), onclick: () => drop(row),
      }, '✕')));
    rows.push(row);
    body.append(row.element);
  };
  const isEmpty = (row) => row.entries.every((entry) => entry.read() === undefined);
  const drop = (row) => {
    rows.splice(rows.indexOf(row), 1);
    row.element.remove();
    grow();
  };
  const grow = () => {
    if (rows.length === 0 || !isEmpty(rows.at(-1))) {
      add();
    }
    put(total, sum(rows));
    rows.forEach((row) => row.told?.again());
  };
  values.forEach(add);
  grow();
  const down = (event) => {
    if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
      const at = rows.findIndex((row) => row.element.contains(event.target));
      const column = rows[at].entries.findIndex((entry) => entry.input === event.target);
      const last = column === rows[at].entries.length - 1;
      const next = last ? rows[at + 1]?.entries[0] : rows[at].entries[column + 1];
      next?.input.focus();
    }
  };
  const element = h('fieldset', { class: 'line-editor' }, h('legend', {}, say(form.lines.label)),
    h('div', { class: 'scroll', tabindex: '-1' }, h('table', { class: 'rows', oninput: grow, onkeydown: down }, body)),
    form.lineEntries.some((entry) => entry.field === 'unitPrice') ? h('p', { class: 'sum' }, `${t('total')}: `, total) : null);
  return {
    element,
    again: () => rows.forEach((row) => row.told?.again()),
    read: () => rows.filter((row) => !isEmpty(row)).map((row) => Object.fromEntries(
      row.entries.map((entry) => [entry.name, entry.read()]).filter(([, value]) => value !== undefined))),
    entries: () => rows.flatMap((row, at) => row.entries.map((entry) => ({ ...entry, at }))),
  };
}

function sum(rows) {
  const value = (row, name) => row.entries.find((entry) => entry.name === name)?.read() ?? '0';
  const known = (row) => [value(row, 'quantity'), value(row, 'unitPrice')].every(isDecimal);
  return priced(sumOf(rows.filter(known).map((row) => productOf(value(row, 'quantity'), value(row, 'unitPrice')))));
}
