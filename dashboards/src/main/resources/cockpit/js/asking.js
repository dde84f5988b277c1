// The dialog before a command: a sentence, what must be entered, and what the core refuses.
import { h, put } from './dom.js';
import { fieldOf } from './fields.js';
import { t } from './words.js';

const MANY = 6;
/** The type of an answer that waits for the word that what was sent is meant. */
const CONFIRM = '/problems/confirmation-needed';

/**
 * Asks for the fields; closes when {@code act} has taken what was entered, else says why not.
 * {@code foreseen} shows what will come of what is entered, as far as it can be read.
 */
export function askFirst({ title, lines, label, fields, act, foreseen = () => null }) {
  const isLong = fields.length > MANY;
  const dialog = h('dialog', { class: `card asking${isLong ? ' long' : ''}`, 'aria-labelledby': 'asking-title' });
  const problem = h('div', { class: 'problem', role: 'alert' });
  const form = fields.map(([asked, value]) => fieldOf(asked, value));
  const button = h('button', { class: 'primary', type: 'submit', id: 'asking-act' }, label);
  const preview = h('div', { class: 'asking-preview', role: 'status' });
  const foresee = () => put(preview, foreseen(readable(form)));
  dialog.append(h('form', {
    method: 'dialog', novalidate: true,
    onchange: () => open(form),
    oninput: foresee,
    onsubmit: async (event) => {
      event.preventDefault();
      button.disabled = true;
      put(problem);
      form.forEach((field) => field.tell([]));
      try {
        const finish = await act(entered(open(form)));
        dialog.close();
        finish();
      } catch (refused) {
        explain(problem, form, refused);
        button.disabled = false;
      }
    },
  },
  h('h2', { id: 'asking-title' }, title),
  lines.map((line) => h('p', {}, line)),
  h('div', { class: 'asking-fields' }, form.map((field) => field.element)),
  preview,
  problem,
  h('div', { class: 'asking-buttons' },
    h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, t('cancel')), button)));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  open(form);
  dialog.showModal();
  (form[0]?.first || button).focus();
}

/** Gives a command, and once more as confirmed where the core asks for that and the person means it. */
export async function asMeant(title, give) {
  try {
    return await give({});
  } catch (refused) {
    if (refused.type !== CONFIRM || !await askAgain({ title, line: refused.message, label: t('meantSo') })) {
      throw refused;
    }
    return give({ confirmed: true });
  }
}

/** Asks whether what nobody usually means is meant, over the dialog that is open; false when not. */
function askAgain({ title, line, label }) {
  return new Promise((resolve) => {
    const finish = (isMeant) => {
      resolve(isMeant);
      dialog.close();
    };
    const no = h('button', { type: 'button', class: 'quiet', id: 'again-not', onclick: () => finish(false) }, t('cancel'));
    const dialog = h('dialog', { class: 'card asking again', 'aria-labelledby': 'again-title' },
      h('h2', { id: 'again-title' }, title),
      h('p', {}, line),
      h('div', { class: 'asking-buttons' }, no,
        h('button', { type: 'button', class: 'primary', id: 'again-act', onclick: () => finish(true) }, label)));
    dialog.addEventListener('close', () => {
      resolve(false);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
    no.focus();
  });
}

/** Shows the fields that are asked with the options chosen now, and gives them back. */
function open(form) {
  const chosen = new Map(form.map((field) => [field.asked.key, field.first.value]));
  return form.filter((field) => {
    field.element.hidden = Object.entries(field.asked.when)
      .some(([key, values]) => !values.includes(chosen.get(key)));
    return !field.element.hidden;
  });
}

/** What was entered by key; a number stays the text that was typed until the core reads it. */
function entered(fields) {
  return Object.fromEntries(fields.map((field) => [field.asked.key, field.read()])
    .filter(([, value]) => value !== undefined));
}

/** What was entered by key, without what cannot be read yet. */
function readable(form) {
  return Object.fromEntries(form.map((field) => {
    try {
      return [field.asked.key, field.read()];
    } catch {
      return [field.asked.key, undefined];
    }
  }));
}

/** Says at each field what is wrong with it, and above the buttons what concerns no field. */
function explain(place, form, refused) {
  const problems = refused.problems || [];
  const at = (p) => form.find(({ asked, element }) => !element.hidden
    && (p.field === asked.key || p.field.startsWith(`${asked.key}.`)));
  form.forEach((field) => field.tell(problems.filter((p) => at(p) === field).map((p) => p.expected)));
  const others = problems.filter((p) => !at(p)).map((p) => h('li', {},
    `${p.field}${p.value ? ` = ${p.value}` : ''}: ${p.expected}`));
  put(place, h('strong', {}, refused.title || t('failed')), ` ${refused.message}`,
    others.length > 0 ? h('ul', {}, others) : null);
  form.find((field) => problems.some((p) => at(p) === field))?.first.focus();
}
