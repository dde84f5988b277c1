// What imports of a list made, and how all of one is taken back.
import { ask, send } from '../api.js';
import { askFirst } from '../asking.js';
import { h, put } from '../dom.js';
import { moment } from '../format.js';
import { t } from '../words.js';

/** The runs of a list, the latest first. */
export function runsOf(list, at) {
  const place = h('section', { class: 'card stack', id: 'import-runs' });
  const show = async () => {
    const { rows } = await ask(at('/runs'), { list: list.kind });
    put(place, h('div', { class: 'row-tools' }, h('h2', {}, t('importRuns')),
      h('button', { id: 'runs-again', class: 'quiet', type: 'button', onclick: show }, t('showAgain'))),
    h('p', { class: 'hint' }, t('resumeHint')),
    rows.length === 0 ? h('p', { class: 'hint' }, t('nothingYet')) : tableOf(rows, at, show));
  };
  show().catch((refused) => put(place, h('p', { class: 'problem', role: 'alert' }, refused.message)));
  return place;
}

function tableOf(rows, at, show) {
  return h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
    h('thead', {}, h('tr', {}, [t('importedOn'), t('file'), t('user'), t('importedDocuments'), ''].map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, rows.map((run) => h('tr', { data: { run: run.run } },
      h('td', {}, moment(run.madeAt)), h('td', {}, run.file), h('td', {}, run.madeBy), h('td', { class: 'number' }, String(run.documents)),
      h('td', {}, run.undoneAt ? `${t('undoneOn')} ${moment(run.undoneAt)}`
        : h('button', { type: 'button', onclick: () => undo(run, at, show) }, t('undoRun'))))))));
}

function undo(run, at, show) {
  askFirst({
    title: `${t('undoRun')}: ${run.file}`,
    lines: [t('undoRunAsk')],
    label: t('undoRun'),
    fields: [],
    act: async () => {
      await send('POST', at(`/runs/${encodeURIComponent(run.run)}/undo`), {}, { key: crypto.randomUUID() });
      return show;
    },
  });
}
