// A field that finds parties, items or documents by code, name or number while typing.
import { ask } from '../api.js';
import { h, put } from '../dom.js';
import { valueOf } from './value.js';
import { apiAt, pageNamed } from './work.js';

const LISTED = 30;
const NAMES = ['name', 'subject', 'customer', 'supplier', 'itemName'];
let count = 0;

/** An input; with something to pick from it offers what fits what was typed. */
export function picker(field, company, props) {
  if (!field.pick) {
    return h('input', { type: 'text', autocomplete: 'off', ...props });
  }
  const id = `picks-${count += 1}`;
  const options = h('datalist', { id });
  let running = new AbortController();
  let known = null; // what the core found for a beginning of what is typed, where that was all
  const answers = new Map(); // of what was asked since the field was entered: letters are taken back
  const offer = (page, rows) => put(options, rows.slice(0, LISTED).map((row) => h('option', {
    value: valueOf(row, page.identity),
  }, named(row))));
  const find = async (text) => {
    const page = await pageNamed(field.pick);
    if (!page) {
      return;
    }
    const fitting = known && text.startsWith(known.text) ? known.rows.filter((row) => fits(page, row, text)) : [];
    if (fitting.length > 0) {
      offer(page, fitting);
      return;
    }
    running.abort();
    running = new AbortController();
    try {
      const found = answers.get(text) ?? await ask(apiAt(page, company), { ...field.only, search: text }, { signal: running.signal });
      answers.set(text, found);
      known = isAll(text, found) ? { text, rows: found.rows } : null;
      offer(page, found.rows);
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        throw failure;
      }
    }
  };
  const input = h('input', {
    type: 'text', autocomplete: 'off', list: id, ...props,
    onfocus: () => {
      answers.clear();
      if (options.childElementCount === 0) {
        find(input.value);
      }
    },
    oninput: () => find(input.value.trim()),
  });
  return h('span', { class: 'picker' }, input, options);
}

/** Of fewer than three letters the core looks at the beginnings of words alone. */
function isAll(text, { rows, more, total }) {
  return (text === '' || text.length >= 3) && !more && (total === undefined || rows.length >= total);
}

function named(row) {
  return NAMES.map((name) => valueOf(row, name)).filter(Boolean).join(' · ');
}

function fits(page, row, text) {
  return `${valueOf(row, page.identity)} ${named(row)}`.toLowerCase().includes(text.toLowerCase());
}
