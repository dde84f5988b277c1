// Values of documents as people read them, and where a field lies in a document.
import { byUnit, date, moment, priced } from '../format.js';
import { say, t } from '../words.js';

/** The value at customer.name; a record stands for its code. */
export function valueOf(document, field) {
  const found = field.split('.').reduce((part, name) => part?.[name], document);
  return found && typeof found === 'object' && !Array.isArray(found) ? found.code ?? '' : found ?? '';
}

export function isNumber(field) {
  return ['MONEY', 'QUANTITY', 'NUMBER'].includes(field?.kind);
}

/** In which currency an amount stands there: what its field says of the nearest record around it; of the company when nothing. */
export function currencyOf(field, name, ...around) {
  if (!field?.currency) {
    return '';
  }
  const within = name.split('.').slice(0, -1);
  const places = [...within.map((part, at) => [...within.slice(0, within.length - at), field.currency].join('.')), field.currency];
  return [...places.map((place) => valueOf(around[0], place)), ...around.slice(1).map((record) => valueOf(record, field.currency))]
    .find(Boolean) ?? '';
}

/** What the field of a row holds, in the document around it where there is one. */
export function shownIn(field, name, ...around) {
  return shown(field, valueOf(around[0], name), currencyOf(field, name, ...around));
}

/** A value; an amount in another currency than the company's has its code. */
export function shown(field, value, currency = '') {
  if (value === '' || value === null || value === undefined) {
    return '';
  }
  switch (field?.kind) {
    case 'MONEY': return `${priced(value, currency)} ${currency}`.trim();
    case 'QUANTITY': return byUnit(value, field.kind);
    case 'DATE': return date(String(value));
    case 'MOMENT': return moment(String(value));
    case 'YES_NO': return value === true ? t('yes') : '';
    case 'WORD': return say(field.words[value]) || String(value);
    case 'LIST': return value.map((part) => (typeof part === 'object' ? '…' : say(field.words[part]) || part)).join(', ');
    default: return String(value);
  }
}
