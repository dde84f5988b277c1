// Documents from a file: tried first, what does not fit is mended in place, then all goes in.
import { ask } from '../api.js';
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { say, t } from '../words.js';
import { csvOf, saved } from './exports.js';
import { mapper } from './mapper.js';
import { runsOf } from './runs.js';
import { rowsOf, sent, together, told as toldBefore } from './sent.js';
import { mayAsk, workAt } from './work.js';

function at(kind, more = '') {
  return `/api/companies/${encodeURIComponent(chosen().company)}/imports${kind}${more}`;
}

/** What files can bring in on a page for who asks; nothing where that is none. */
export async function importOf(page) {
  const all = page.shown.kind ? await ask(at('')) : [];
  return all.find((one) => one.document === page.shown.kind);
}

export async function showImport(place, page) {
  const [{ TabulatorFull }, list] = await Promise.all([import('/grid/js/tabulator_esm.min.mjs'), importOf(page)]);
  return () => {
    const title = `${t('importFile')}: ${say(page.words.title)}`;
    document.title = `${title} · Millrace`;
    const work = list ? workOf(TabulatorFull, list) : h('p', { class: 'hint' }, t('noImport'));
    put(place,
      h('div', { class: 'board-head' }, h('div', {},
        h('p', { class: 'back' }, h('a', { href: workAt(page), 'data-inside': true }, `‹ ${say(page.words.title)}`)),
        h('h1', {}, title))),
      h('section', { class: 'card stack', id: 'import' }, work),
      list && mayAsk('import.read') ? runsOf(list, at) : null);
  };
}

function workOf(Grid, list) {
  const state = { file: null, columns: [], wrong: [], first: [], mapping: '', parts: [], isMended: true };
  const mapping = h('div');
  const several = h('div');
  const told = h('p', { role: 'status', id: 'import-told' });
  const problem = h('div', { class: 'problem', role: 'alert' });
  const progress = h('progress', { 'aria-label': t('progress'), hidden: true });
  const table = h('div', { class: 'grid', id: 'import-grid' });
  const button = (id, words, act, isMain) => h('button', { id, class: isMain ? 'primary' : null, hidden: true, onclick: guarded(act) }, t(words));
  const check = button('import-check', 'checkAgain', recheck);
  const keep = button('import-refused', 'downloadRefused', async () => download(state, list));
  const go = button('import-go', 'importNow', carryOut, true);
  const match = button('import-map', 'matchColumns', propose);

  function guarded(act) {
    return async (...given) => {
      put(problem);
      progress.hidden = false;
      progress.removeAttribute('value');
      try {
        await act(...given);
      } catch (refused) {
        put(problem, h('strong', {}, refused.title ?? t('failed')), ` ${refused.message}`);
      }
      progress.hidden = true;
    };
  }

  const send = (name, body, more) => sent(at(`/${list.kind}`), name, body, more,
    (step) => put(told, t('rowsRead').replace('{n}', step.rows.read)));

  const before = toldBefore(list, at, guarded(async (by) => {
    shipped = by;
    if (state.name) {
      await take(state.name);
    }
  }));
  let shipped = '';

  function taken(files) {
    state.parts = files;
    put(several, rowsOf(files, guarded(async (first) => take(await together(files, first)))));
    guarded(async () => take(await together(files)))();
  }

  /** Rows are mended where they stand, but for those of an archive, whose other files are not at hand. */
  const take = guarded(async (file) => {
    Object.assign(state, {
      file, name: file, columns: [], wrong: [], first: [], mapping: shipped,
      isMended: state.parts.length > 1 || !file.name.endsWith('.zip'),
    });
    put(mapping);
    put(told);
    go.hidden = true;
    paint();
    match.hidden = !mayAsk('import.mapping');
    try {
      await tryOut();
    } catch (refused) {
      if (match.hidden || !refused.isOfFile) {
        throw refused;
      }
      await propose();
      put(problem, ` ${refused.message}`);
    }
  });

  /** What the columns of the file mean is proposed, to be corrected. */
  async function propose() {
    const asked = async (by) => (await sent(at(`/${list.kind}/proposals`), state.name.name, state.name, { mapping: by }, () => {})).proposed;
    const use = async (by) => {
      Object.assign(state, { file: state.name, mapping: by, wrong: [], first: [] });
      await tryOut();
      put(mapping);
    };
    put(mapping, mapper({
      proposal: await asked(''), at, guarded, use, propose: async (by) => (await asked(by)).rows,
    }));
  }

  async function tryOut() {
    const { file } = state;
    const tried = await send(file.name, file, { dryRun: true, mapping: state.mapping, ...before.totals });
    state.columns = tried.columns;
    state.wrong = tried.rejected;
    state.first = tried.rejected.map((row) => row.line);
    const { rows } = tried.finished;
    put(told, t('triedRows').replace('{n}', rows.posted).replace('{there}', rows.there).replace('{refused}', rows.rejected),
      rows.rejected > state.wrong.length ? ` ${t('refusedShown').replace('{n}', state.wrong.length)}` : null);
    go.hidden = rows.posted + (state.isMended ? state.wrong.length : 0) === 0;
    paint();
  }

  /** The mended rows, with the files that they find theirs in. */
  async function sendMended(more) {
    const rows = new File([csvOf(state.columns, state.wrong.map((row) => row.cells))], mendedName(state.name));
    const file = await together(state.parts.length > 1 ? [rows, ...state.parts] : [rows]);
    return send(file.name, file, { ...more, mapping: state.mapping, mended: true });
  }

  async function recheck() {
    const tried = await sendMended({ dryRun: true });
    after(tried);
    put(told, t('triedRows').replace('{n}', tried.finished.rows.posted).replace('{there}', tried.finished.rows.there)
      .replace('{refused}', tried.finished.rows.rejected));
  }

  /** What was tried first goes in without what did not fit, then what was mended. */
  async function carryOut() {
    let done = 0;
    if (state.file) {
      const { finished } = await send(state.file.name, state.file, { skip: state.first.join(','), mapping: state.mapping, ...before.totals });
      done += finished.rows.posted;
      state.file = null;
    }
    if (state.wrong.length > 0 && state.isMended) {
      const tried = await sendMended({});
      done += tried.finished.rows.posted;
      after(tried);
      state.wrong = state.wrong.filter((row) => row.reason);
      paint();
    }
    put(told, t('importedRows').replace('{n}', done).replace('{refused}', state.wrong.length));
    go.hidden = state.wrong.length === 0 || !state.isMended;
  }

  /** The first line of a file that was made of rows is its header. */
  function after(tried) {
    state.wrong.forEach((row) => Object.assign(row, { field: '', reason: '', expected: '' }));
    tried.rejected.forEach(({ line, field, reason, expected }) => Object.assign(state.wrong[line - 2], { field, reason, expected }));
    paint();
  }

  function paint() {
    check.hidden = state.wrong.length === 0 || !state.isMended;
    keep.hidden = state.wrong.length === 0;
    put(table);
    if (state.wrong.length > 0) {
      gridOf(Grid, table, state);
    }
  }

  const input = h('input', {
    type: 'file', id: 'import-file', multiple: true, accept: '.csv,.tsv,.txt,.xlsx,.zip', onchange: () => input.files[0] && taken([...input.files]),
  });
  const drop = h('label', {
    class: 'drop', id: 'import-drop',
    ondragover: (event) => event.preventDefault(),
    ondrop: (event) => {
      event.preventDefault();
      taken([...event.dataTransfer.files]);
    },
  }, h('span', {}, t('dropFile')), input);
  return [
    h('p', { class: 'hint' }, `${t('columnsNeeded')}: ${list.needed.join(', ')}. ${t('columnsOptional')}: ${list.optional.join(', ')}. `,
      h('button', {
        class: 'quiet', id: 'import-template', onclick: () => saved(new Blob([csvOf([...list.needed, ...list.optional], [])]), `${list.kind}.csv`),
      }, t('emptyFile'))),
    before.place, drop, several, progress, told, problem, mapping, table,
    h('div', { class: 'asking-buttons' }, match, keep, check, go),
  ];
}

function mendedName(file) {
  return `${file.name.replace(/\.\w+$/, '')}-mended.csv`;
}

/** The rows that do not fit: what is wrong, and each value to be mended where it stands. */
function gridOf(Grid, place, state) {
  const grid = new Grid(place, {
    height: `${Math.min(30, 4 + state.wrong.length * 2.6)}rem`, layout: 'fitDataStretch', data: state.wrong,
    columns: [
      { title: t('line'), field: 'line', hozAlign: 'right', headerSort: false },
      { title: t('whatIsWrong'), headerSort: false, minWidth: 220, formatter: (cell) => document.createTextNode(wrongOf(cell.getData())) },
      ...state.columns.map((name, index) => ({
        title: name, field: `cells.${index}`, headerSort: false, minWidth: 90, editor: state.isMended ? 'input' : false,
        formatter: (cell) => {
          cell.getElement().classList.toggle('wrong', cell.getData().field === name && cell.getData().reason !== '');
          return document.createTextNode(cell.getValue() ?? '');
        },
      })),
    ],
  });
  grid.on('tableBuilt', () => place.querySelector('.tabulator-tableholder').setAttribute('tabindex', '0'));
}

function wrongOf(row) {
  return row.reason ? `${row.field}: ${[row.reason.replace(/[.。]$/, ''), row.expected].filter(Boolean).join('; ')}` : t('fits');
}

function download(state, list) {
  const rows = state.wrong.map((row) => [...row.cells, wrongOf(row)]);
  saved(new Blob([csvOf([...state.columns, 'reject_reason'], rows)], { type: 'text/csv' }), `${list.kind}-refused.csv`);
}
