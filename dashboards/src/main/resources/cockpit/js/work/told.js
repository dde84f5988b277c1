// What the core tells of what is typed: of a line by when its goods can be had, of a customer what he owes.
import { chosen } from '../address.js';
import { now } from '../api.js';
import { h, put } from '../dom.js';
import { say } from '../words.js';
import { shownIn } from './value.js';
import { mayAsk } from './work.js';

const WAIT_MS = 400;

/** A place in a form or a line; again asks anew with what is typed there, of a line also in the form around it. */
export function toldOf(page, told, read) {
  const place = h('output', { class: 'hint told', 'aria-live': 'polite' });
  let timer = 0;
  let asked = '';
  const tell = async (question) => {
    try {
      const { content } = await now(`/api/companies/${encodeURIComponent(chosen().company)}${question}`);
      if (question === asked) {
        put(place, told.shown.map((name) => [name, shownIn(page.fields[name], name, content)])
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
    const inPath = (parameter) => told.path.includes(`{${parameter}}`);
    const given = values.filter(([, value]) => value !== undefined);
    const path = given.filter(([parameter]) => inPath(parameter))
      .reduce((where, [parameter, value]) => where.replace(`{${parameter}}`, encodeURIComponent(value)), told.path);
    const query = new URLSearchParams(given.filter(([parameter]) => !inPath(parameter))).toString();
    const next = isComplete && mayAsk(told.permission) ? `${path}${query && `?${query}`}` : '';
    if (next !== asked) {
      asked = next;
      clearTimeout(timer);
      put(place);
      timer = next === '' ? 0 : setTimeout(() => tell(next), WAIT_MS);
    }
  };
  return { place, again };
}
