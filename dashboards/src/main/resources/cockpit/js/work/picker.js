// A field that finds parties, items or documents by code, name or number while typing.
import { ask } from '../api.js';
import { h, put } from '../dom.js';
import { valueOf } from './value.js';
import { apiAt, pageNamed } from './work.js';

const WAIT_MS = 150;
const NAMES = ['name', 'subject', 'customer', 'supplier', 'itemName'];
let count = 0;

/** An input; with something to pick from it offers what fits what was typed. */
export function picker(field, company, props) {
  if (!field.pick) {
    return h('input', { type: 'text', autocomplete: 'off', ...props });
  }
  const id = `picks-${count += 1}`;
  const options = h('datalist', { id });
  let timer = 0;
  const find = async (text) => {
    const page = await pageNamed(field.pick);
    if (page) {
      const answer = await ask(apiAt(page, company), { search: text });
      put(options, answer.rows.slice(0, 30).map((row) => h('option', { value: valueOf(row, page.identity) },
        NAMES.map((name) => valueOf(row, name)).filter(Boolean).join(' · '))));
    }
  };
  const input = h('input', {
    type: 'text', autocomplete: 'off', list: id, ...props,
    onfocus: () => options.childElementCount === 0 && find(input.value),
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => find(input.value.trim()), WAIT_MS);
    },
  });
  return h('span', { class: 'picker' }, input, options);
}
