// What was typed into a form and not yet recorded: kept in this tab, for this user, until it is.
import { chosen } from '../address.js';
import { visitor } from './work.js';

function keyOf(page, number, act) {
  return ['millrace.draft', visitor(), chosen().company, page.id, ...(number === undefined ? ['new'] : [number, act])].join('|');
}

/** The draft of a form: of a new document, or of a step of one. */
export function draftOf(page, number, act) {
  const key = keyOf(page, number, act);
  return {
    read: () => JSON.parse(sessionStorage.getItem(key) || 'null'),
    keep: (draft) => sessionStorage.setItem(key, JSON.stringify(draft)),
    drop: () => sessionStorage.removeItem(key),
  };
}

/** The steps of a document that were begun and not sent. */
export function begunOf(page, number) {
  return page.steps.filter((step) => sessionStorage.getItem(keyOf(page, number, step.act)) !== null);
}
