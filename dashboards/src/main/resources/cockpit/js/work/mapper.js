// How a file of strangers is read: which of its columns fills which of the list, shown with its first rows.
import { answered, Refused } from '../api.js';
import { h, put } from '../dom.js';
import { t } from '../words.js';

/** The columns of a mapping as its text says them, and what else fills some. */
function chosenOf(yaml) {
  const chosen = new Map();
  for (const [, ours, told] of yaml.matchAll(/^ {2}([\w.]+): (.*)$/gm)) {
    chosen.set(ours, told.startsWith('"') ? JSON.parse(told) : told);
  }
  return chosen;
}

/** The same mapping with another column of the file for one of the list, or with none. */
export function withColumn(yaml, ours, theirs) {
  const lines = yaml.split('\n').filter((line) => line !== '' && !line.startsWith(`  ${ours}: `) && !line.startsWith(`  # ${ours}: `));
  return `${[...lines, ...(theirs ? [`  ${ours}: ${JSON.stringify(theirs)}`] : [])].join('\n')}\n`;
}

/** Keeps a mapping; imports name it by what this gives back. */
export async function kept(at, yaml) {
  const answer = await answered(at('/mappings'), {
    method: 'POST', body: yaml, headers: { 'Content-Type': 'text/plain; charset=UTF-8', 'Idempotency-Key': crypto.randomUUID() },
  });
  const content = await answer.json();
  if (!answer.ok) {
    throw new Refused(content);
  }
  return content.mapping;
}

/**
 * Shows a proposal to be corrected. {@code propose} reads the first rows again by a mapping,
 * {@code use} goes on with it.
 */
export function mapper({ proposal, at, propose, use, guarded }) {
  let yaml = proposal.proposed.mapping;
  const text = h('textarea', { id: 'mapping-text', rows: 12, spellcheck: 'false', 'aria-label': t('mappingText'), onchange: () => { yaml = text.value; paint(); } });
  const table = h('div', { class: 'scroll', tabindex: '0', id: 'mapping-columns' });
  const first = h('div', { class: 'scroll', tabindex: '0', id: 'mapping-rows' });
  const again = guarded(async () => {
    rows(await propose(await kept(at, yaml)));
  });
  const go = guarded(async () => use(await kept(at, yaml)));

  function paint() {
    const chosen = chosenOf(yaml);
    text.value = yaml;
    put(table, h('table', { class: 'rows' },
      h('thead', {}, h('tr', {}, ['columnOfList', 'columnOfFile'].map((word) => h('th', { scope: 'col' }, t(word))))),
      h('tbody', {}, proposal.fillable.map((ours) => h('tr', { data: { column: ours } },
        h('th', { scope: 'row' }, ours, proposal.needed.includes(ours) ? ` (${t('required')})` : ''),
        h('td', {}, choice(ours, chosen.get(ours))))))));
  }

  function choice(ours, now) {
    const isRule = now !== undefined && !proposal.proposed.columns.includes(now);
    const select = h('select', {
      'aria-label': ours, onchange: () => {
        yaml = withColumn(yaml, ours, select.value);
        paint();
      },
    },
    h('option', { value: '', selected: now === undefined }, '–'),
    isRule ? h('option', { value: now, selected: true, disabled: true }, now) : null,
    proposal.proposed.columns.filter(Boolean).map((theirs) => h('option', { value: theirs, selected: theirs === now }, theirs)));
    return select;
  }

  function rows(read) {
    const columns = [...new Set(read.flatMap((row) => row.cells.flatMap((cells) => Object.keys(cells))))];
    put(first, h('table', { class: 'rows' },
      h('thead', {}, h('tr', {}, [t('line'), ...columns, t('whatIsWrong')].map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, read.flatMap((row) => (row.cells.length > 0 ? row.cells : [{}]).map((cells) => h('tr', {},
        h('td', {}, String(row.line)), columns.map((name) => h('td', {}, cells[name] ?? '')), h('td', {}, row.problem ?? '')))))));
  }

  paint();
  rows(proposal.rows);
  return h('section', { class: 'stack', id: 'mapping' },
    h('h2', {}, t('mappingTitle')), h('p', { class: 'hint' }, t('mappingHint')), table,
    h('details', {}, h('summary', {}, t('mappingText')), text),
    h('h3', {}, t('firstRows')), first,
    h('div', { class: 'asking-buttons' },
      h('button', { id: 'mapping-again', type: 'button', onclick: again }, t('showRows')),
      h('button', { id: 'mapping-use', type: 'button', class: 'primary', onclick: go }, t('readByIt'))));
}
