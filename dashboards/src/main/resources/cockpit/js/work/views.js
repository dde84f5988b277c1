// Views of a list that people saved: its search, filters, order and columns under a name.
import { ask, send } from '../api.js';
import { chosen, go } from '../address.js';
import { h, put } from '../dom.js';
import { t } from '../words.js';
import { choices } from './query.js';
import { mayAsk, visitor } from './work.js';

const ALL = 'all';

function at(...parts) {
  return ['/api/companies', encodeURIComponent(chosen().company), 'views', ...parts].join('/');
}

/** One's own views of a page and those of the company. */
export function viewsOf(page) {
  return ask(at(), { page: page.id });
}

/** The address that a list opens with when none of its choices stands in it; nothing where there is no default. */
export function opensWith(views) {
  const own = choices();
  const isBare = !chosen().view && !own.search && Object.keys(own.filters).length + own.sort.length + own.columns.length === 0;
  const first = isBare && views.find((view) => view.isDefault);
  return first ? addressOf(first) : null;
}

/** What a view chooses, in full: who may not see the view still sees the same rows. */
function addressOf({ id, choices: { search, filters, sort, columns } }) {
  const query = new URLSearchParams({ company: chosen().company, view: id });
  if (search) {
    query.set('search', search);
  }
  Object.entries(filters).forEach(([name, value]) => query.set(`f.${name}`, value));
  if (sort.length > 0) {
    query.set('sort', sort.join(','));
  }
  if (columns.length > 0) {
    query.set('columns', columns.join(','));
  }
  return `${location.pathname}?${query}`;
}

/** The choice of a view, and a button to save what is chosen now. */
export function viewsBox(page, views) {
  const current = views.find((view) => view.id === chosen().view);
  const open = (event) => {
    const view = views.find((one) => one.id === event.target.value);
    go(view ? addressOf(view) : `${location.pathname}?${new URLSearchParams({ company: chosen().company, view: ALL })}`);
  };
  const option = (view) => h('option', { value: view.id, selected: view === current }, view.name, view.isDefault ? ' ★' : '');
  const group = (label, those) => (those.length > 0 ? h('optgroup', { label: t(label) }, those.map(option)) : null);
  return [
    h('label', { class: 'filter' }, h('span', {}, t('view')), h('select', { id: 'views', onchange: open },
      h('option', { value: ALL }, t('all')),
      group('ownViews', views.filter((view) => view.audience === 'owner')),
      group('sharedViews', views.filter((view) => view.audience === 'company')))),
    mayAsk('view.write') ? h('button', { id: 'edit-view', onclick: () => edit(page, current) }, t('saveView')) : null,
  ];
}

/** Asks under which name, for whom, and whether the list opens with it. */
function edit(page, current) {
  const mine = current && (current.owner === visitor() || mayAsk('view.share'));
  const problem = h('div', { class: 'problem', role: 'alert' });
  const name = h('input', { name: 'name', id: 'view-name', required: true, maxlength: 80, value: current?.name });
  const shared = check('view-shared', current?.audience === 'company');
  const first = check('view-default', current?.isDefault);
  const dialog = h('dialog', { class: 'card asking', 'aria-labelledby': 'view-title' });
  const act = async (work) => {
    try {
      const address = await work();
      dialog.close();
      go(address);
    } catch (refused) {
      put(problem, refused.problems.map((one) => `${one.field}: ${one.expected}`).join('; ') || refused.message);
    }
  };
  const save = async (changed) => {
    const body = { page: page.id, name: name.value, audience: shared.checked ? 'company' : 'owner', choices: choices() };
    const key = crypto.randomUUID();
    const { answer } = changed ? await send('PUT', at(changed.id), body, { key, version: `"${changed.version}"` })
      : await send('POST', at(), body, { key });
    if (first.checked !== answer.isDefault) {
      await send('PUT', at('opening'), { page: page.id, ...(first.checked ? { view: answer.id } : {}) }, { key: crypto.randomUUID() });
    }
    return addressOf(answer);
  };
  dialog.append(h('form', {
    method: 'dialog',
    onsubmit: (event) => {
      event.preventDefault();
      act(() => save(event.submitter?.id === 'view-change' ? current : null));
    },
  },
  h('h2', { id: 'view-title' }, t('saveView')),
  h('p', { class: 'hint' }, t('viewHint')),
  h('label', {}, h('span', {}, t('viewName')), name),
  mayAsk('view.share') ? labelled(shared, 'shareView') : null,
  labelled(first, 'openWithView'),
  problem,
  h('div', { class: 'asking-buttons' },
    mine ? h('button', {
      type: 'button', class: 'quiet', id: 'view-drop', onclick: () => act(async () => {
        await send('DELETE', at(current.id), undefined, { key: crypto.randomUUID() });
        return `${location.pathname}?${new URLSearchParams({ company: chosen().company, view: ALL })}`;
      }),
    }, t('dropView')) : null,
    h('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, t('cancel')),
    mine ? h('button', { type: 'submit', id: 'view-change' }, t('changeView')) : null,
    h('button', { type: 'submit', class: 'primary', id: 'view-save' }, t(mine ? 'newView' : 'save')))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  name.focus();
}

function check(id, checked) {
  return h('input', { type: 'checkbox', id, checked });
}

function labelled(box, words) {
  return h('label', { class: 'check' }, box, ` ${t(words)}`);
}
