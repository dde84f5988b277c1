// Values of documents as people read them, and where a field lies in a document.
import { byUnit, date, moment } from '../format.js';
import { say, t } from '../words.js';

/** The value at customer.name; a record stands for its code. */
export function valueOf(document, field) {
  const found = field.split('.').reduce((part, name) => part?.[name], document);
  return found && typeof found === 'object' && !Array.isArray(found) ? found.code ?? '' : found ?? '';
}

export function isNumber(field) {
  return ['MONEY', 'QUANTITY', 'NUMBER'].includes(field?.kind);
}

export function shown(field, value) {
  if (value === '' || value === null || value === undefined) {
    return '';
  }
  switch (field?.kind) {
    case 'MONEY':
    case 'QUANTITY': return byUnit(value, field.kind);
    case 'DATE': return date(String(value));
    case 'MOMENT': return moment(String(value));
    case 'YES_NO': return value === true ? t('yes') : '';
    case 'WORD': return say(field.words[value]) || String(value);
    case 'LIST': return value.map((part) => (typeof part === 'object' ? '…' : say(field.words[part]) || part)).join(', ');
    default: return String(value);
  }
}
