// Where a document is found by its kind and number.
import { to } from './address.js';

const TABLES = {
  'purchase-order': 'purchase_order',
  'work-order': 'work_order',
  'sales-order': 'sales_order',
};
const INVOICES = ['invoice', 'credit-note'];

/** The address of a document, or null for a kind that has no page. */
export function paperAt(type, number) {
  if (!number) {
    return null;
  }
  if (INVOICES.includes(type)) {
    return to(`/invoices/${encodeURIComponent(number)}`);
  }
  return TABLES[type] ? to('/rows', { table: TABLES[type], 'pick.number': number }) : null;
}
