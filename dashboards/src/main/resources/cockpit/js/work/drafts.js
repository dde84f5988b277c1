// What was typed into a form and not yet recorded: kept in this tab, for this user, until it is.
import { chosen } from '../address.js';
import { visitor } from './work.js';

function keyOf(page, number, act) {
  return ['millrace.draft', visitor(), chosen().company, page.id, ...(number === undefined ? ['new'] : [number, act])].join('|');
}

const WAIT_MS = 250;
const waiting = new Map();

/** Nobody waits for a draft while typing; it is written when the keys rest, or the page is left. */
function writeWaiting() {
  waiting.forEach(({ timer, draft }, key) => {
    clearTimeout(timer);
    sessionStorage.setItem(key, JSON.stringify(draft()));
  });
  waiting.clear();
}

window.addEventListener('pagehide', writeWaiting);

function forget(key) {
  clearTimeout(waiting.get(key)?.timer);
  waiting.delete(key);
}

/** The draft of a form: of a new document, or of a step of one. */
export function draftOf(page, number, act) {
  const key = keyOf(page, number, act);
  return {
    read: () => {
      writeWaiting();
      return JSON.parse(sessionStorage.getItem(key) || 'null');
    },
    keep: (draft) => {
      forget(key);
      sessionStorage.setItem(key, JSON.stringify(draft));
    },
    /** Takes what makes the draft, and asks it when nothing was typed for a moment. */
    keepSoon: (draft) => {
      forget(key);
      waiting.set(key, { timer: setTimeout(writeWaiting, WAIT_MS), draft });
    },
    drop: () => {
      forget(key);
      sessionStorage.removeItem(key);
    },
  };
}

/** The steps of a document that were begun and not sent. */
export function begunOf(page, number) {
  writeWaiting();
  return page.steps.filter((step) => sessionStorage.getItem(keyOf(page, number, step.act)) !== null);
}
