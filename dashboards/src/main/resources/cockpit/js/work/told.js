// What the core tells of a line while it is typed: by when its goods can be had.
import { chosen } from '../address.js';
import { now } from '../api.js';
import { h, put } from '../dom.js';
import { say } from '../words.js';
import { shown, valueOf } from './value.js';

const WAIT_MS = 400;

/** A place in a line; again asks anew with what is typed in the line, and in the form around it. */
export function toldOf(page, told, read) {
  const place = h('output', { class: 'hint told', 'aria-live': 'polite' });
  let timer = 0;
  let asked = '';
  const tell = async (query) => {
    try {
      const { content } = await now(`/api/companies/${encodeURIComponent(chosen().company)}${told.path}?${query}`);
      if (query === asked) {
        put(place, told.shown.map((name) => [name, shown(page.fields[name], valueOf(content, name))])
          .filter(([, text]) => text !== '')
          .map(([name, text]) => h('span', { data: { field: name } }, `${say(page.fields[name].label)}: ${text} `)));
      }
    } catch {
      put(place);
    }
  };
  const again = () => {
    const values = Object.entries(told.by).map(([parameter, from]) => [parameter, read(from)]);
    const isComplete = told.needs.every((name) => values.some(([parameter, value]) => parameter === name && value !== undefined));
    const query = isComplete ? new URLSearchParams(values.filter(([, value]) => value !== undefined)).toString() : '';
    if (query !== asked) {
      asked = query;
      clearTimeout(timer);
      put(place);
      timer = query === '' ? 0 : setTimeout(() => tell(query), WAIT_MS);
    }
  };
  return { place, again };
}
