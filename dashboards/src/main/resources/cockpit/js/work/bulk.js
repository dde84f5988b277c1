// What is done to several documents of a list at once: they are selected, it is told what would come
// of each, and what is refused stays selected with its reason.
import { preview, send } from '../api.js';
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { say, t } from '../words.js';
import { entryOf } from './entry.js';
import { valueOf } from './value.js';
import { apiAt, mayAsk } from './work.js';

const AT_ONCE = 100;
const WAIT_MS = 400;
const keys = new Map();

/** The steps of a page that can be done to several documents by who asks. */
export function manySteps(page) {
  return page.steps.filter((step) => step.many && !step.form.isLinesRequired && mayAsk(step.permission));
}

/** The column of boxes of the grid. */
export const SELECTION = {
  formatter: 'rowSelection', titleFormatter: 'rowSelection', titleFormatterParams: { rowRange: 'active' },
  headerSort: false, hozAlign: 'center', headerHozAlign: 'center', width: 44, resizable: false,
};

/** With shift a click takes all rows from the last one on. */
function ranges(grid) {
  let last = null;
  grid.element.addEventListener('click', (event) => {
    const rows = grid.getRows('active');
    const row = event.target.matches('.tabulator-row input') && rows.find((one) => one.getElement().contains(event.target));
    if (row) {
      if (event.shiftKey && rows.includes(last)) {
        const [from, to] = [rows.indexOf(last), rows.indexOf(row)].sort((x, y) => x - y);
        rows.slice(from, to + 1).filter((one) => one !== row).forEach((one) => one.select());
      }
      last = row;
    }
  }, true);
}

/** The bar of what can be done with what is selected in the grid. */
export function bulkBar(page, grid) {
  const steps = manySteps(page);
  const selected = new Map(); // by number, the version that was seen
  const bar = h('div', { class: 'selection', id: 'bulk', role: 'group', 'aria-label': t('several'), hidden: true });
  const outcome = h('div', { id: 'bulk-outcome', role: 'status' });
  let isReloading = false;
  const paint = () => {
    bar.hidden = selected.size === 0;
    put(bar, h('span', { class: 'selection-count', id: 'bulk-count' }, t('selected').replace('{n}', selected.size)),
      steps.map((step) => h('button', { id: `bulk-${step.act}`, onclick: () => ask(page, step, [...selected], finish) }, say(step.label))),
      h('button', { class: 'quiet', id: 'bulk-none', onclick: () => { selected.clear(); grid.deselectRow(); put(outcome); paint(); } }, t('selectNone')));
  };
  const remember = (isOn) => (row) => {
    if (!isReloading) {
      const number = String(valueOf(row.getData(), page.identity));
      if (isOn) {
        selected.set(number, row.getData().version);
      } else {
        selected.delete(number);
      }
      paint();
    }
  };
  const finish = async (rows) => {
    rows.filter((row) => row.done).forEach((row) => selected.delete(row.number));
    put(outcome, told(rows));
    isReloading = true;
    await grid.replaceData();
    grid.getRows().filter((row) => selected.has(String(valueOf(row.getData(), page.identity)))).forEach((row) => {
      selected.set(String(valueOf(row.getData(), page.identity)), row.getData().version);
      row.select();
    });
    isReloading = false;
    paint();
  };
  ranges(grid);
  grid.on('rowSelected', remember(true));
  grid.on('rowDeselected', remember(false));
  paint();
  return [bar, outcome];
}

/** How many were done, and why the others were not. */
function told(rows) {
  const refused = rows.filter((row) => !row.done);
  return h('div', { class: refused.length > 0 ? 'problem' : 'hint' },
    h('strong', {}, t('runOver').replace('{n}', rows.length - refused.length).replace('{refused}', refused.length)),
    refused.length > 0 ? h('ul', {}, refused.map((row) => h('li', { data: { number: row.number } }, `${row.number}: ${reason(row.problem)}`))) : null);
}

function reason(problem) {
  return [problem.detail || problem.title, ...(problem.problems ?? []).map((one) => `${one.field}: ${one.expected}`)].join('; ');
}

/** Asks what holds for all, tells what would come of each, and sends. */
function ask(page, step, documents, finish) {
  const entries = step.form.entries.map((entry) => entryOf(page, entry, '', 'b'));
  const foreseen = h('div', { id: 'bulk-preview', 'aria-live': 'polite' });
  const problem = h('div', { class: 'problem', role: 'alert' });
  const progress = h('progress', { 'aria-label': t('progress'), max: documents.length, hidden: true });
  const button = h('button', { class: 'primary', type: 'submit', id: 'bulk-do' }, say(step.label));
  const path = `${apiAt(page, chosen().company)}/bulk${step.path}`;
  const body = (some) => ({
    ...Object.fromEntries(entries.map((entry) => [entry.name, entry.read()]).filter(([, value]) => value !== undefined)),
    documents: some.map(([number, version]) => ({ number, ...(version === undefined ? {} : { version }) })),
  });
  const isComplete = () => entries.every((entry) => !entry.required || entry.read() !== undefined);
  let timer = 0;
  let running = new AbortController();
  const foresee = async () => {
    running.abort();
    running = new AbortController();
    const first = documents.slice(0, AT_ONCE);
    try {
      const found = isComplete() ? await preview('POST', path, body(first), { signal: running.signal }) : null;
      put(foreseen, found && (found.refused ? h('p', { class: 'hint' }, reason(found.refused)) : wouldBe(found.answer)),
        found && documents.length > first.length ? h('p', { class: 'hint' }, t('foreseenFirst').replace('{n}', first.length)) : null);
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        throw failure;
      }
    }
  };
  const dialog = h('dialog', { class: 'card asking long', 'aria-labelledby': 'bulk-title' }, h('form', {
    method: 'dialog', novalidate: true,
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(foresee, WAIT_MS);
    },
    onsubmit: async (event) => {
      event.preventDefault();
      clearTimeout(timer);
      running.abort();
      button.disabled = true;
      progress.hidden = documents.length <= AT_ONCE;
      const rows = [];
      try {
        for (let from = 0; from < documents.length; from += AT_ONCE) {
          rows.push(...await sent(path, body(documents.slice(from, from + AT_ONCE))));
          progress.value = rows.length;
        }
        dialog.close();
      } catch (refused) {
        put(problem, h('strong', {}, refused.title), ` ${refused.message}`);
        entries.forEach((entry) => entry.tell(refused.problems.filter((one) => one.field === entry.name).map((one) => one.expected)));
        button.disabled = false;
      }
      if (rows.length > 0) {
        finish(rows);
      }
    },
  },
  h('h2', { id: 'bulk-title' }, `${say(step.label)}: ${t('selected').replace('{n}', documents.length)}`),
  h('div', { class: 'asking-fields' }, entries.map((entry) => entry.element)),
  foreseen, problem, progress,
  h('div', { class: 'asking-buttons' },
    h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, t('cancel')), button)));
  dialog.addEventListener('close', () => {
    clearTimeout(timer);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  (entries[0]?.input ?? button).focus();
  foresee();
}

/** What would come of it: how many, and why not of the others. */
function wouldBe(answer) {
  const refused = answer.rows.filter((row) => !row.done);
  return h('section', {}, h('p', {}, t('wouldBe').replace('{n}', answer.done).replace('{refused}', refused.length)),
    refused.length > 0 ? h('ul', { class: 'hint' }, refused.map((row) => h('li', {}, `${row.number}: ${reason(row.problem)}`))) : null);
}

/** The same content has the same key until it is answered, so that nothing is done twice. */
async function sent(path, body) {
  const content = JSON.stringify([path, body]);
  const key = keys.get(content) ?? crypto.randomUUID();
  keys.set(content, key);
  const { answer } = await send('POST', path, body, { key });
  keys.delete(content);
  return answer.rows;
}
