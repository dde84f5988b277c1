// What a list is narrowed to: the choices of the address, as the core's list takes them.
import { chosen } from '../address.js';

/** Which of the address's choices the core's list understands. */
export function query(page, more = {}) {
  const asked = Object.entries(chosen()).filter(([name, value]) => value !== ''
    && (name === 'search' || page.shown.filters.some((field) => name === `f.${field}`
      || name === `f.${field}.from` || name === `f.${field}.to`)));
  return { ...Object.fromEntries(asked.map(([name, value]) => [name.replace(/^f\./, ''), value])), ...more };
}

/** What the address chooses of a list, as a view keeps it. */
export function choices() {
  const { search, sort, columns, ...others } = chosen();
  const filters = Object.entries(others).filter(([name, value]) => name.startsWith('f.') && value !== '');
  return {
    ...(search ? { search } : {}),
    filters: Object.fromEntries(filters.map(([name, value]) => [name.slice(2), value])),
    sort: sort ? sort.split(',') : [],
    columns: columns ? columns.split(',') : [],
  };
}
