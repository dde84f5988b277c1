// The form of a new document, or of a step that asks for much: kept while typed, told what is wrong.
import { Held, Refused, now, send } from '../api.js';
import { chosen, go } from '../address.js';
import { asMeant } from '../asking.js';
import { h, put } from '../dom.js';
import { productOf, sumOf } from '../format.js';
import { say, t } from '../words.js';
import { same, showConflict } from './conflict.js';
import { draftOf } from './drafts.js';
import { entryOf, linesOf } from './entry.js';
import { foreseen } from './preview.js';
import { toldOf } from './told.js';
import { shown, valueOf } from './value.js';
import { apiAt, workAt } from './work.js';

const STALE = 412;

/** The form of a new one. What was typed stays until it is recorded, however the page is left. */
export async function showForm(place, page) {
  const company = chosen().company;
  return () => {
    document.title = `+ ${say(page.words.one)} · Millrace`;
    formOf(place, page, page.form, {
      title: `+ ${say(page.words.one)}`,
      label: t('save'),
      draft: draftOf(page),
      request: { method: 'POST', path: apiAt(page, company) },
      back: workAt(page),
    });
  };
}

/**
 * The form of a step, filled with what the document has where the step changes it. A draft is sent
 * on the version that it was begun on: what somebody else changed since is then shown beside it.
 */
export async function showStep(place, page, number, step) {
  const company = chosen().company;
  const { content, version } = await current(page, number);
  return () => {
    const title = `${say(page.words.one)} ${number}: ${say(step.label)}`;
    document.title = `${title} · Millrace`;
    formOf(place, page, step.form, {
      title,
      label: say(step.label),
      draft: draftOf(page, number, step.act),
      filled: step.filled ? onPaper(step.form, content) : proposedOf(step.form, content),
      seen: content,
      isFilled: step.filled,
      request: { method: step.method, path: apiAt(page, company, number) + step.path, version },
      back: workAt(page, 'of', number),
      number,
    });
  };
}

/**
 * The form of a setting, filled with what holds, which shows beside each field that is changed what
 * it was. {@code done} takes what was changed, once it is set.
 */
export function settingForm(place, page, { title, path, content, version, back, part, done }) {
  formOf(place, page, page.form, {
    title, back, done,
    label: t('save'),
    draft: draftOf(page, part, 'set'),
    filled: content,
    seen: content,
    isFilled: true,
    request: { method: 'PUT', path, version },
    number: '',
    now: () => now(path),
  });
}

/** A document is changed at the discount that stands on it and, in another currency, at the prices that do. */
function onPaper(form, content) {
  const field = form.lines?.field;
  const discounted = { ...content, documentDiscountPercent: content.documentDiscount?.percent };
  if (!content.foreign || !field) return discounted;
  const lines = (content[field] ?? []).map((line) => ({ ...line, unitPrice: line.foreign?.unitPrice ?? line.unitPrice }));
  return { ...discounted, [field]: lines };
}

/** What a form starts with, by the fields of the document that its page names. */
function proposedOf(form, content) {
  const start = valuesBy(form.proposed, content);
  const lines = form.lines ? (content[form.lines.field] ?? []).map((line) => valuesBy(form.proposedLines, line)) : [];
  const isOpen = (line) => Object.entries(line).every(([name, value]) => form.proposedLines[name].length === 1 || Number(value) > 0);
  return { ...start, ...(Object.keys(form.proposedLines).length > 0 ? { [form.lines.field]: lines.filter(isOpen) } : {}) };
}

/** Fields as they are, and sums of several with their signs. */
function valuesBy(terms, content) {
  const signed = ({ column, sign }) => productOf(String(valueOf(content, column) || 0), String(sign));
  return Object.fromEntries(Object.entries(terms)
    .map(([name, parts]) => [name, parts.length === 1 ? valueOf(content, parts[0].column) : sumOf(parts.map(signed))]));
}

/** The controls of a form, holding what is given. */
function controlsOf(page, form, given) {
  const entries = form.entries.map((entry) => entryOf(page, entry, valueOf(given, entry.field)));
  const lines = form.lines ? linesOf(page, form, given[form.lines.field] ?? [],
    (name) => entries.find((entry) => entry.name === name)?.read()) : null;
  const read = () => {
    const body = form.hasCustom ? { custom: {} } : {};
    entries.forEach((entry) => nest(body, entry.name, entry.read()));
    const typed = lines ? lines.read() : [];
    return typed.length > 0 ? nest(body, form.lines.field, typed) : body;
  };
  return { entries, lines, read };
}

function formOf(place, page, form, how) {
  const kept = how.draft.read();
  const { entries, lines, read } = controlsOf(page, form, kept?.typed ?? how.filled ?? {});
  const seen = kept?.seen ?? how.seen;
  const request = { ...how.request, version: kept?.version ?? how.request.version };
  const trouble = h('div', { class: 'problem', role: 'alert' });
  const button = h('button', { class: 'primary', type: 'submit', id: 'save' }, how.label);
  const compare = how.done ? comparing(page, form, how.filled, entries) : () => {};
  const told = how.number === undefined || how.done ? null
    : foreseen(request, read, () => entries.every((entry) => !entry.required || entry.read() !== undefined)
      && !(form.isLinesRequired && lines.read().length === 0));
  const context = form.told ? toldOf(page, form.told, (name) => entries.find((entry) => entry.name === name)?.read()) : null;
  const remember = () => how.draft.keepSoon(() => ({ typed: read(), seen, version: request.version }));
  const conflict = async () => {
    const now = await (how.now ?? (() => current(page, how.number)))();
    const typed = (document) => controlsOf(page, form, document).read();
    await showConflict(trouble, page, form, {
      base: how.isFilled ? typed(seen) : null, theirs: how.isFilled ? typed(now.content) : null,
      mine: read(), seen, now: now.content, number: how.number,
      send: (body) => {
        how.draft.keep({ typed: body, seen: now.content, version: now.version });
        formOf(place, page, form, how).requestSubmit();
      },
    });
  };
  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    told?.stop();
    put(trouble);
    try {
      missing(entries, lines, form);
      const number = await asMeant(how.title, (more) => sent(page, { ...how, request }, { ...read(), ...more }));
      how.draft.drop();
      how.done?.(read());
      go(number ? workAt(page, 'of', number) : how.back);
    } catch (refused) {
      if (refused instanceof Held) {
        how.draft.drop();
        put(element, h('h1', {}, how.title), heldFor(refused.number));
        return;
      }
      if (refused.status === STALE) {
        await conflict();
      } else {
        explain(trouble, entries, lines, form, refused);
      }
      button.disabled = false;
    }
  };
  const element = h('form', { class: 'card work-form', novalidate: true, oninput: () => { compare(); remember(); told?.again(); lines?.again(); }, onchange: () => context?.again(), onsubmit: submit },
    h('h1', {}, how.title),
    kept ? h('p', { class: 'hint', id: 'draft-kept' }, t('draftKept'), ' ', h('button', {
      type: 'button', class: 'quiet', id: 'drop-draft', onclick: () => {
        how.draft.drop();
        go(`${location.pathname}${location.search}`, true);
      },
    }, t('dropDraft'))) : null,
    h('div', { class: 'asking-fields' }, entries.map((entry) => entry.element)),
    context?.place, lines?.element, told?.place, trouble,
    h('div', { class: 'asking-buttons' },
      h('a', { class: 'button', href: how.back, 'data-inside': true }, t('cancel')), button));
  put(place, element);
  context?.again();
  compare();
  (entries[0]?.input ?? lines?.entries()[0]?.input)?.focus();
  return element;
}

/** Says beside each field that is changed what it was. */
function comparing(page, form, content, entries) {
  const before = controlsOf(page, form, content).entries;
  return () => entries.forEach((entry, at) => {
    const was = before[at].read();
    const field = page.fields[entry.name];
    entry.was(same(field, was, entry.read()) ? '' : `${t('was')}: ${shown(field, was) || t(was === false ? 'no' : 'notSet')}`);
  });
}

/** Where the request stands that the command waits with. */
function heldFor(number) {
  const { company } = chosen();
  const href = `/work/approval/request/of/${encodeURIComponent(number)}?company=${encodeURIComponent(company)}`;
  return h('p', { id: 'held', role: 'status' }, t('held'), ' ', h('a', { href, 'data-inside': true }, number));
}

/** Refuses what lacks something needed, or is no number, before anything is sent, all of it at once. */
function missing(entries, lines, form) {
  const lacking = entries.filter((entry) => entry.required && entry.read() === undefined)
    .map((entry) => ({ field: entry.name, expected: t('neededHint') }));
  const wrong = [...entries, ...(lines?.entries() ?? [])].filter((entry) => entry.isWrong(entry.read()))
    .map((entry) => ({ field: entry.at === undefined ? entry.name : `${form.lines.field}.${entry.at}.${entry.name}`, expected: t('noNumberHint') }));
  if (lacking.length + wrong.length > 0) {
    throw new Refused({ title: t(lacking.length > 0 ? 'needed' : 'noNumber'), detail: '', status: 0, problems: [...lacking, ...wrong] });
  }
}

/** Puts a value where customer.name leads, nothing where it is undefined. */
function nest(body, name, value) {
  if (value !== undefined) {
    const [first, ...rest] = name.split('.');
    body[first] = rest.length > 0 ? nest(body[first] ?? {}, rest.join('.'), value) : value;
  }
  return body;
}

const keys = new Map();

/** Sends once however often it is pressed: the same content has the same key until it is answered. */
async function sent(page, how, body) {
  const content = JSON.stringify([how.request, body]);
  const key = keys.get(content) ?? crypto.randomUUID();
  keys.set(content, key);
  try {
    const { answer } = await send(how.request.method, how.request.path, body, { key, version: how.request.version });
    keys.delete(content);
    return how.number ?? valueOf(answer, page.identity);
  } catch (refused) {
    if (refused instanceof Held) {
      keys.delete(content);
    }
    throw refused;
  }
}

/** Says at each field what is wrong with it, above the buttons what concerns none. */
function explain(place, entries, lines, form, refused) {
  const all = [...entries, ...(lines?.entries() ?? [])];
  const isOf = (entry, field) => field === (entry.at === undefined ? entry.name : `${form.lines.field}.${entry.at + 1}.${entry.name}`);
  const others = [];
  const told = new Map();
  for (const problem of refused.problems) {
    const entry = all.find((one) => isOf(one, problem.field))
      ?? entries.find((one) => problem.field.startsWith(`${one.name}.`)); // one of those in a list
    if (entry) {
      told.set(entry, [...(told.get(entry) ?? []), problem.expected]);
    } else {
      others.push(problem);
    }
  }
  all.forEach((entry) => entry.tell(told.get(entry) ?? []));
  put(place, h('strong', {}, refused.title), refused.message === refused.title ? '' : ` ${refused.message}`,
    others.length > 0 ? h('ul', {}, others.map((p) => h('li', {}, `${p.field}: ${p.expected}`))) : null);
  all.find((entry) => told.has(entry))?.input.focus();
}

/** What the core has now of a document, with its version. */
export function current(page, number) {
  return now(apiAt(page, chosen().company, number));
}
