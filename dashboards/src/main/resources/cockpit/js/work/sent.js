// What is sent to be imported, how it is read, and what the core tells while it reads it.
import { answered, ask, Refused } from '../api.js';
import { h, put } from '../dom.js';
import { t } from '../words.js';
import { mayAsk } from './work.js';

/** Several files are sent as one archive, the one with the rows first. */
export async function together(files, first = files[0]) {
  if (files.length === 1) {
    return files[0];
  }
  await import('/zip/jszip.min.js');
  const zip = new window.JSZip();
  [first, ...files.filter((file) => file !== first)].forEach((file) => zip.file(file.name, file));
  return new File([await zip.generateAsync({ type: 'blob', compression: 'DEFLATE' })], `${first.name.replace(/\.\w+$/, '')}.zip`);
}

/** Which of several files has the rows. */
export function rowsOf(files, act) {
  const select = h('select', { id: 'import-rows-file', onchange: () => act(files[Number(select.value)]) },
    files.map((file, index) => h('option', { value: String(index) }, file.name)));
  return files.length > 1 ? h('label', { class: 'filter' }, h('span', {}, t('rowsFile')), select) : null;
}

/** How a file is read and what it is to come to: a mapping that ships with the house, control totals. */
export function told(list, at, changed) {
  const totals = { expectedRows: '', sumOf: '', expectedSum: '' };
  const box = (name, attributes) => {
    const input = h('input', { id: `import-${name}`, ...attributes, onchange: () => { totals[name] = input.value.trim(); } });
    return h('label', { class: 'filter' }, h('span', {}, t(name)), input);
  };
  const mappings = h('div');
  if (mayAsk('import.mapping')) {
    ask(at('/mappings')).then((all) => {
      const own = all.filter((one) => one.kind === list.kind);
      const select = h('select', { id: 'import-mapping', onchange: () => changed(select.value) },
        h('option', { value: '' }, t('readAsOurs')), own.map((one) => h('option', { value: one.name }, one.name)));
      put(mappings, own.length > 0 ? h('label', { class: 'filter' }, h('span', {}, t('shippedMapping')), select) : null);
    }).catch(() => {});
  }
  const names = [...list.needed, ...list.optional];
  return {
    totals,
    place: h('details', { id: 'import-told-before' }, h('summary', {}, t('toldBefore')),
      h('p', { class: 'hint' }, t('totalsHint')),
      h('div', { class: 'filters' }, mappings,
        box('expectedRows', { type: 'number', min: 0, step: 1 }), box('sumOf', { list: 'import-columns' }),
        box('expectedSum', { type: 'number', step: 'any' }), h('datalist', { id: 'import-columns' }, names.map((name) => h('option', { value: name }))))),
  };
}

/** Sends a file and reads what the core tells while it works through it. */
export async function sent(address, name, body, more, tell) {
  const query = new URLSearchParams({ file: name, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== '')) });
  const answer = await answered(`${address}?${query}`, {
    method: 'POST', body, headers: { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': crypto.randomUUID() },
  });
  if (!answer.ok) {
    throw Object.assign(new Refused(await answer.json()), { isOfFile: answer.status === 400 || answer.status === 422 });
  }
  const result = { columns: [], rejected: [], finished: null, proposed: null };
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    lines.filter(Boolean).map((line) => JSON.parse(line)).forEach((step) => {
      if (step.event === 'started') {
        result.columns = step.columns;
      } else if (step.event === 'rejected') {
        result.rejected.push(step);
      } else if (step.event === 'failed') {
        throw new Refused({ title: t('failed'), detail: step.detail });
      } else if (step.event === 'progress') {
        tell(step);
      } else if (step.event === 'finished') {
        result.finished = step;
      } else if (step.event === 'proposed') {
        result.proposed = step;
      }
    });
  }
  return result;
}
