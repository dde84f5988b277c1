// The custom fields that a company declares for a kind of document, as a part of its page: from
// then on list, page and form treat them as they treat the fields that the page file names.
import { ask } from '../api.js';
import { chosen } from '../address.js';

const KINDS = {
  text: 'TEXT', number: 'NUMBER', date: 'DATE', flag: 'YES_NO', choice: 'WORD', customer: 'TEXT', supplier: 'TEXT', item: 'TEXT',
};
const PICKS = {
  customer: { pick: 'party/party', only: { roles: 'customer' } },
  supplier: { pick: 'party/party', only: { roles: 'supplier' } },
  item: { pick: 'item/item' },
};
const declared = new Map();

/** What a company declares, by kind of document; asked once until it is forgotten. */
export function declarations(company) {
  if (!declared.has(company)) {
    declared.set(company, ask(`/api/companies/${encodeURIComponent(company)}/custom-fields`).catch(() => {
      declared.delete(company);
      return [];
    }));
  }
  return declared.get(company);
}

/** Somebody declared another one. */
export function forgetDeclarations() {
  declared.clear();
}

/** The page with the custom fields that the company shown declares for its documents. */
export async function withCustom(page) {
  const of = (await declarations(chosen().company)).find((kind) => kind.path === page.path);
  if (!of || of.fields.length === 0) {
    return page;
  }
  const name = (field) => `custom.${field.name}`;
  const active = of.fields.filter((field) => !field.retired);
  const entries = active.map((field) => ({ field: name(field), required: field.required }));
  const grown = (form) => ({ ...form, entries: [...form.entries, ...entries], hasCustom: true });
  const isWhole = (step) => step.method === 'PUT' && step.path === '';
  return {
    ...page,
    fields: { ...page.fields, ...Object.fromEntries(of.fields.map((field) => [name(field), described(field)])) },
    shown: {
      ...page.shown,
      columns: [...page.shown.columns, ...active.map(name)],
      sortable: [...page.shown.sortable, ...active.map(name)],
      filters: [...page.shown.filters, ...active.map(name)],
      facts: [...page.shown.facts, ...of.fields.map(name)],
    },
    form: page.form ? grown(page.form) : page.form,
    steps: page.steps.map((step) => (isWhole(step) ? { ...step, form: grown(step.form) } : step)),
  };
}

function described(field) {
  const unit = field.unit ? ` (${field.unit})` : '';
  return {
    label: { en: field.label.en + unit, zh: field.label.zh + unit },
    kind: KINDS[field.type],
    words: Object.fromEntries(field.choices.map((choice) => [choice.value, choice.label])),
    ...PICKS[field.type],
  };
}
