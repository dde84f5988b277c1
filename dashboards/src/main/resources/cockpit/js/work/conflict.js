// Somebody else changed a document while a form was open: both values of each field, and a choice.
import { ask } from '../api.js';
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { moment } from '../format.js';
import { say, t } from '../words.js';
import { isNumber, shown, valueOf } from './value.js';
import { apiAt } from './work.js';

/**
 * Shows what differs between what is typed ({@code mine}) and what the document holds now
 * ({@code theirs}), both as a form sends them; {@code base} is what it held when the form opened.
 * What only one of them changed is chosen already. {@code send} takes what was chosen.
 */
export async function showConflict(place, page, form, { base, mine, theirs, seen, now, number, send }) {
  const rows = form && theirs ? [...fieldRows(page, form, base, mine, theirs), ...lineRows(page, form, base, mine, theirs)] : [];
  const chosenBody = () => {
    const body = structuredClone(mine);
    rows.filter((row) => row.isTheirs()).forEach((row) => row.take(body));
    if (form?.lines && body[form.lines.field]) {
      body[form.lines.field] = body[form.lines.field].filter((line) => line !== null);
    }
    return body;
  };
  const by = h('p', { class: 'hint' });
  put(place, h('section', { id: 'conflict' }, h('strong', {}, t('changedMeanwhile')), by,
    rows.length > 0 ? choices(rows) : elsewhere(page, seen, now),
    h('button', { type: 'button', class: 'primary', id: 'send-chosen', onclick: () => send(chosenBody()) }, t('sendChosen'))));
  place.querySelector('input, button').focus();
  if (page.shown.kind) {
    const [last] = await ask(apiAt(page, chosen().company, number, 'history'));
    put(by, last ? `${t('changedBy')} ${last.actor} · ${moment(last.recordedAt)}` : null);
  }
}

function choices(rows) {
  return [h('p', {}, t('conflictHint')), h('div', { class: 'scroll', tabindex: '-1' }, h('table', { class: 'rows conflict' },
    h('thead', {}, h('tr', {}, ['field', 'mine', 'theirs'].map((name) => h('th', { scope: 'col' }, t(name))))),
    h('tbody', {}, rows.map((row, at) => {
      const side = (value, isTheirs) => {
        const input = h('input', {
          type: 'radio', name: `conflict-${at}`, value: isTheirs ? 'theirs' : 'mine', checked: row.isTheirsFirst === isTheirs,
        });
        if (isTheirs) {
          row.isTheirs = () => input.checked;
        }
        return h('td', {}, h('label', {}, input, ' ', value === '' ? '–' : value));
      };
      return h('tr', { data: { field: row.name } }, h('th', { scope: 'row' }, row.label), side(row.mine, false), side(row.theirs, true));
    }))))];
}

/** What the document holds otherwise than when the form was opened. */
function elsewhere(page, seen, now) {
  const names = page.shown.facts.filter((name) => String(valueOf(seen, name)) !== String(valueOf(now, name)));
  const of = (document, name) => shown(page.fields[name], valueOf(document, name)) || '–';
  return [h('p', {}, t('conflictElsewhere')), h('ul', {}, names.map((name) => h('li', {},
    `${say(page.fields[name].label)}: ${of(seen, name)} → ${of(now, name)}`)))];
}

/** Whether two values of a field, as forms send them, are the same. */
export function same(field, one, other) {
  if (isNumber(field) && one !== undefined && other !== undefined) {
    return Number(one) === Number(other);
  }
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function at(body, name) {
  return name.split('.').reduce((part, each) => part?.[each], body);
}

function set(body, name, value) {
  const [first, ...rest] = name.split('.');
  if (rest.length > 0) {
    body[first] = { ...body[first] };
    set(body[first], rest.join('.'), value);
  } else if (value === undefined) {
    delete body[first];
  } else {
    body[first] = value;
  }
}

/** A difference; theirs is chosen first where the form still holds what the document held. */
function difference(page, name, label, values, take) {
  const field = page.fields[name];
  return {
    name, label, take, isTheirsFirst: same(field, values.mine, values.base),
    mine: shown(field, values.mine), theirs: shown(field, values.theirs),
  };
}

function fieldRows(page, form, base, mine, theirs) {
  return form.entries.map(({ field }) => field)
    .map((name) => [name, { base: at(base, name), mine: at(mine, name), theirs: at(theirs, name) }])
    .filter(([name, values]) => !same(page.fields[name], values.mine, values.theirs))
    .map(([name, values]) => difference(page, name, say(page.fields[name].label), values,
      (body) => set(body, name, values.theirs)));
}

/** Lines are the same when they have the same number, or the same place where they have none. */
function lineRows(page, form, base, mine, theirs) {
  if (!form.lines) {
    return [];
  }
  const names = form.lineEntries.map((entry) => entry.field);
  const isNumbered = names.includes('line');
  const keyed = (body) => new Map((body?.[form.lines.field] ?? []).map((line, i) => [
    String(isNumbered ? line.line ?? `+${i}` : i), { line, i }]));
  const [ofBase, ofMine, ofTheirs] = [base, mine, theirs].map(keyed);
  const text = (found) => (found ? names.map((name) => shown(page.fields[name], found.line[name])).filter(Boolean).join(' · ') : t('noLine'));
  const rows = [];
  for (const key of new Set([...ofMine.keys(), ...ofTheirs.keys()])) {
    const [own, other] = [ofMine.get(key), ofTheirs.get(key)];
    const label = `${say(page.fields.line?.label) || t('line')} ${isNumbered ? key : Number(key) + 1}`;
    if (own && other) {
      names.filter((name) => !same(page.fields[name], own.line[name], other.line[name])).forEach((name) => rows.push(
        difference(page, name, `${label}: ${say(page.fields[name].label)}`,
          { base: ofBase.get(key)?.line[name], mine: own.line[name], theirs: other.line[name] },
          (body) => set(body[form.lines.field][own.i], name, other.line[name]))));
    } else if (!key.startsWith('+')) {
      rows.push({
        name: form.lines.field, label, mine: text(own), theirs: text(other),
        isTheirsFirst: Boolean(own) === ofBase.has(key),
        take: (body) => {
          body[form.lines.field] ??= [];
          if (own) {
            body[form.lines.field][own.i] = null;
          } else {
            body[form.lines.field].push(other.line);
          }
        },
      });
    }
  }
  return rows;
}
