// The dialog before a command: a sentence, what must be entered, and what the core refuses.
import { Refused } from './api.js';
import { h, put } from './dom.js';
import { say, t } from './words.js';

const NUMBERS = ['QUANTITY', 'MONEY'];
const INPUTS = {
  QUANTITY: { type: 'text', inputmode: 'decimal', autocomplete: 'off' },
  MONEY: { type: 'text', inputmode: 'decimal', autocomplete: 'off' },
  TEXT: { type: 'text', maxlength: 500 },
  DATE: { type: 'date' },
};

/** Asks for the fields; closes when {@code act} has taken what was entered, else says why not. */
export function askFirst({ title, lines, label, fields, act }) {
  const dialog = h('dialog', { class: 'card asking', 'aria-labelledby': 'asking-title' });
  const problem = h('div', { class: 'problem', role: 'alert' });
  const inputs = fields.map(([asked, value]) => [asked, input(asked, value)]);
  const button = h('button', { class: 'primary', type: 'submit', id: 'asking-act' }, label);
  const form = h('form', {
    method: 'dialog', novalidate: true,
    onsubmit: async (event) => {
      event.preventDefault();
      button.disabled = true;
      put(problem);
      try {
        const finish = await act(entered(inputs));
        dialog.close();
        finish();
      } catch (refused) {
        explain(problem, refused);
        button.disabled = false;
      }
    },
  },
  h('h2', { id: 'asking-title' }, title),
  lines.map((line) => h('p', {}, line)),
  inputs.map(([asked, element]) => h('label', {}, h('span', {},
    say(asked.label), asked.need === 'OPTIONAL' ? ` (${t('optional')})` : ''), element)),
  problem,
  h('div', { class: 'asking-buttons' },
    h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, t('cancel')), button));
  dialog.append(form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  (inputs[0]?.[1] || button).focus();
}

function input(asked, value) {
  return h('input', {
    ...INPUTS[asked.kind], id: `asking-${asked.key}`, name: asked.key, value,
    required: asked.need === 'REQUIRED',
  });
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

function explain(place, refused) {
  const problems = (refused.problems || []).map((p) => h('li', {},
    `${p.field}${p.value ? ` = ${p.value}` : ''}: ${p.expected}`));
  put(place, h('strong', {}, refused.title || t('failed')), ` ${refused.message}`,
    problems.length > 0 ? h('ul', {}, problems) : null);
}
