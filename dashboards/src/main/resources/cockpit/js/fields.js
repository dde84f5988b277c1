// The fields of the dialog before a command: what each kind looks like, holds and says.
import { Refused } from './api.js';
import { chosen } from './address.js';
import { h, put } from './dom.js';
import { isDecimal, productOf, typedNumber } from './format.js';
import { picker } from './work/picker.js';
import { say, t } from './words.js';

const TYPED = {
  QUANTITY: { type: 'text', inputmode: 'decimal', autocomplete: 'off' },
  MONEY: { type: 'text', inputmode: 'decimal', autocomplete: 'off' },
  NUMBER: { type: 'text', inputmode: 'decimal', autocomplete: 'off' },
  PERCENT: { type: 'text', inputmode: 'decimal', autocomplete: 'off' },
  CHANGE: { type: 'text', autocomplete: 'off', placeholder: '+20 / -10' },
  WHOLE: { type: 'text', inputmode: 'numeric', autocomplete: 'off' },
  TEXT: { type: 'text', maxlength: 500 },
  DATE: { type: 'date' },
};
const NUMBERS = ['QUANTITY', 'MONEY', 'NUMBER', 'PERCENT', 'CHANGE', 'WHOLE'];
const IN_PERCENT = ['PERCENT', 'CHANGE'];
const LEAST_CHANGE = -100; // nothing is left
const DAY = /^(\d{4}-\d\d-\d\d)(?:\s+(.*))?$/;

/** A field as it stands in the form: its element, its control, and what was entered. */
export function fieldOf(asked, value) {
  const id = `asking-${asked.key.replaceAll('.', '-')}`;
  const trouble = h('span', { class: 'field-problem', id: `${id}-problem` });
  const kind = asked.pick ? picked : KINDS[asked.kind] || typed;
  const { control, read, isGroup } = kind(asked, value, {
    id, name: asked.key, required: asked.need === 'REQUIRED', 'aria-describedby': trouble.id,
  });
  const words = [say(asked.label), IN_PERCENT.includes(asked.kind) ? ', %' : '', asked.need === 'OPTIONAL' ? ` (${t('optional')})` : ''];
  const props = { class: WIDE.includes(asked.kind) ? 'wide' : null, data: { field: asked.key } };
  const element = isGroup
    ? h('fieldset', { ...props, id, 'aria-describedby': trouble.id }, h('legend', {}, words), control, trouble)
    : h('label', props, h('span', {}, words), control, trouble);
  const first = control.matches('input, select, textarea') ? control : control.querySelector('input');
  const tell = (texts) => {
    put(trouble, texts.join('; '));
    first.setAttribute('aria-invalid', texts.length > 0);
  };
  return { asked, element, first, read: () => checked(asked, read()), tell };
}

/** What stands there, or a refusal that names the field. */
function checked(asked, value) {
  if (value === undefined && asked.need === 'REQUIRED') {
    throw wrong(asked, 'needed', t('neededHint'));
  }
  if (value === undefined || !NUMBERS.includes(asked.kind)) {
    return value;
  }
  if (!isDecimal(value) || (value.startsWith('-') && asked.kind !== 'CHANGE')) {
    throw wrong(asked, 'noNumber', t('noNumberHint'));
  }
  if (asked.kind === 'WHOLE' && value.includes('.')) {
    throw wrong(asked, 'noWhole', t('noWholeHint'));
  }
  if (asked.kind === 'CHANGE' && Number(value) < LEAST_CHANGE) {
    throw wrong(asked, 'noNumber', t('leastChangeHint'));
  }
  return IN_PERCENT.includes(asked.kind) ? productOf(value, '0.01') : value;
}

function wrong(asked, title, expected) {
  return new Refused({ title: t(title), detail: say(asked.label), status: 0, problems: [{ field: asked.key, expected }] });
}

function typed(asked, value, props) {
  const held = asked.kind === 'PERCENT' && isDecimal(String(value)) ? productOf(value, '100') : value;
  const control = h('input', { ...props, ...TYPED[asked.kind], value: held });
  return { control, read: () => (NUMBERS.includes(asked.kind) ? typedNumber(control.value.trim()) : control.value.trim()) || undefined };
}

/** The code of something that a page of the back office lists, found while typing. */
function picked(asked, value, props) {
  const control = picker({ pick: asked.pick }, chosen().company, { ...props, value });
  const input = control.matches('input') ? control : control.querySelector('input');
  return { control, read: () => input.value.trim() || undefined };
}

function oneOf(asked, value, props) {
  const none = asked.need === 'OPTIONAL' ? h('option', { value: '' }, '–') : null;
  const control = h('select', props, none, asked.options.map((option) => h('option', {
    value: option.value, selected: option.value === value,
  }, say(option.label))));
  return { control, read: () => control.value || undefined };
}

function someOf(asked, value, { id }) {
  const control = h('div', { class: 'options' }, asked.options.map((option) => h('label', {},
    h('input', { type: 'checkbox', id: `${id}-${option.value}`, value: option.value, checked: (value || []).includes(option.value) }),
    say(option.label))));
  return { control, isGroup: true, read: () => [...control.querySelectorAll(':checked')].map((box) => box.value) };
}

/** One day a line: the date, then its name if it has one. */
function days(asked, value, props) {
  const lines = (value || []).map((day) => [day.date, day.name].filter(Boolean).join(' '));
  const control = h('textarea', { ...props, rows: 5, placeholder: t('daysHint') }, lines.join('\n'));
  const read = () => control.value.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const [, date, name] = line.match(DAY) || [];
    if (!date) {
      throw wrong(asked, 'noDay', `${line}: ${t('noDayHint')}`);
    }
    return name ? { date, name } : { date };
  });
  return { control, read };
}

/** A text of several lines. */
function lines(asked, value, props) {
  const control = h('textarea', { ...props, rows: 8, maxlength: 10000 }, value);
  return { control, read: () => control.value.trim() || undefined };
}

const KINDS = { ONE_OF: oneOf, SOME_OF: someOf, DAYS: days, LINES: lines };
const WIDE = ['SOME_OF', 'DAYS', 'LINES'];
