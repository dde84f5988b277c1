// Where an administrator declares the custom fields of each kind of document.
import { send } from '../api.js';
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { say, t } from '../words.js';
import { declarations, forgetDeclarations } from './custom.js';
import { companyChoice, workAt, workPages } from './work.js';

const TYPES = ['text', 'number', 'date', 'flag', 'choice', 'customer', 'supplier', 'item'];

export async function showDeclarations(place) {
  const company = chosen().company;
  const pages = await workPages();
  const kinds = (await declarations(company)).map((kind) => ({ ...kind, page: pages.find((page) => page.path === kind.path) }));
  return () => {
    document.title = `${t('customFields')} · Millrace`;
    const again = async () => {
      forgetDeclarations();
      (await showDeclarations(place))();
    };
    put(place,
      h('div', { class: 'board-head' }, h('h1', {}, t('customFields')), companyChoice()),
      kinds.map((kind) => ofKind(company, kind, again)));
  };
}

function ofKind(company, kind, again) {
  const title = kind.page ? say(kind.page.words.title) : kind.kind;
  const form = h('div');
  const edit = (field) => put(form, formOf(company, kind, field, again));
  return h('section', { class: 'card', data: { kind: kind.kind } },
    h('h2', {}, kind.page ? h('a', { href: workAt(kind.page), 'data-inside': true }, title) : title),
    kind.fields.length === 0 ? h('p', { class: 'hint' }, t('nothingYet'))
      : h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
        h('thead', {}, h('tr', {}, ['fieldName', 'fieldLabel', 'fieldType', 'state', ''].map((word) => h('th', { scope: 'col' }, word ? t(word) : '')))),
        h('tbody', {}, kind.fields.map((field) => h('tr', { data: { field: field.name } },
          h('td', {}, field.name), h('td', {}, say(field.label), field.unit ? ` (${field.unit})` : ''),
          h('td', {}, t(`field-${field.type}`)),
          h('td', {}, t(field.retired ? 'retired' : field.required ? 'required' : 'optional')),
          h('td', {}, h('button', { type: 'button', onclick: () => edit(field) }, t('change')))))))),
    h('p', {}, h('button', { type: 'button', class: 'quiet', data: { add: kind.kind }, onclick: () => edit(null) }, `+ ${t('customField')}`)),
    form);
}

/** The form of one field; its name and type stay once it is declared. */
function formOf(company, kind, field, again) {
  const message = h('p', { class: 'problem', role: 'alert' });
  const text = (name, label, value, props = {}) => h('label', {}, h('span', {}, label),
    h('input', { type: 'text', name, value: value ?? '', autocomplete: 'off', ...props }));
  const check = (name, label, checked) => h('label', { class: 'check' },
    h('input', { type: 'checkbox', name, checked }), ` ${label}`);
  const choices = (field?.choices ?? []).map((c) => [c.value, c.label.en, c.label.zh].join(' | ')).join('\n');
  const type = h('select', { name: 'type', disabled: Boolean(field) }, TYPES.map((one) => h('option', {
    value: one, selected: one === field?.type,
  }, t(`field-${one}`))));
  const form = h('form', {
    class: 'work-form', id: 'custom-field-form', onsubmit: async (event) => {
      event.preventDefault();
      put(message);
      const { elements } = form;
      const at = [kind.kind.split('/'), elements.name.value.trim()].flat().map(encodeURIComponent).join('/');
      try {
        await send('PUT', `/api/companies/${encodeURIComponent(company)}/custom-fields/${at}`, read(elements), {
          key: crypto.randomUUID(),
        });
        await again();
      } catch (refused) {
        put(message, h('strong', {}, refused.title), ` ${refused.message}`);
      }
    },
  },
  h('div', { class: 'asking-fields' },
    text('name', t('fieldName'), field?.name, { required: true, readonly: Boolean(field), pattern: '[a-z][a-z0-9_]{0,39}' }),
    text('en', t('labelEn'), field?.label.en, { required: true }), text('zh', t('labelZh'), field?.label.zh, { required: true }),
    h('label', {}, h('span', {}, t('fieldType')), type),
    text('unit', `${t('unit')} (${t('optional')})`, field?.unit),
    text('decimals', `${t('decimals')} (${t('optional')})`, field?.decimals, { inputmode: 'numeric', pattern: '[0-6]' }),
    h('label', {}, h('span', {}, t('choicesHint')), h('textarea', { name: 'choices', rows: 4 }, choices)),
    check('required', t('required'), field?.required), check('retired', t('retired'), field?.retired)),
  message,
  h('div', { class: 'asking-buttons' }, h('button', { type: 'submit', class: 'primary', id: 'declare' }, t('save'))));
  return form;
}

function read(elements) {
  const type = elements.type.value;
  const lines = elements.choices.value.split('\n').map((line) => line.split('|').map((part) => part.trim()));
  return {
    type,
    label: { en: elements.en.value.trim(), zh: elements.zh.value.trim() },
    ...(elements.unit.value.trim() ? { unit: elements.unit.value.trim() } : {}),
    ...(type === 'number' && elements.decimals.value ? { decimals: Number(elements.decimals.value) } : {}),
    ...(type === 'choice' ? {
      choices: lines.filter(([value]) => value).map(([value, en, zh]) => ({ value, label: { en: en || value, zh: zh || en || value } })),
    } : {}),
    required: elements.required.checked,
    retired: elements.retired.checked,
  };
}
