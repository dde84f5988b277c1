// The users: who they are, which roles they have for which company, another password for them.
import { ask, send } from './api.js';
import { h, put } from './dom.js';
import { t } from './words.js';

const EVERY = '*';

export async function showUsers(page, start) {
  const [{ roles }, users] = await Promise.all([ask('/api/roles'), ask('/api/users')]);
  const known = {
    roles: roles.map((role) => role.name),
    byRegion: roles.filter((role) => role.byRegion).map((role) => role.name),
    companies: start.companies.map((c) => c.code),
  };
  return () => {
    document.title = `${t('users')} · Millrace`;
    const list = h('div', { id: 'users' });
    let turn = 0; // an answer that comes when something else was asked or opened is not shown
    const again = async (search) => {
      const mine = turn += 1;
      const answer = await ask('/api/users', { search });
      if (mine === turn) {
        fillList(list, answer, known, again);
      }
    };
    again.leave = () => {
      turn += 1;
    };
    put(page,
      h('div', { class: 'board-head' }, h('h1', {}, t('users')),
        h('input', {
          id: 'users-search', type: 'search', placeholder: t('searchUsers'), 'aria-label': t('searchUsers'),
          oninput: (event) => again(event.target.value.trim()),
        }),
        h('button', { class: 'primary', id: 'user-add', onclick: () => edit(list, null, known, again) }, t('addUser'))),
      list);
    fillList(list, users, known, again);
  };
}

function fillList(list, answer, known, again) {
  put(list, h('div', { class: 'card scroll', tabindex: '0' }, h('table', { class: 'rows' },
    h('thead', {}, h('tr', {}, [t('user'), t('roles'), t('state'), ''].map((text) => h('th', { scope: 'col' }, text)))),
    h('tbody', {}, answer.rows.map((user) => h('tr', { data: { user: user.name } },
      h('td', {}, user.name),
      h('td', {}, given(user).map(({ company, role, regions }) => h('span', { class: 'chip' },
        [role, company === EVERY ? null : company, regions.join(', ')].filter(Boolean).join(' · '))),
      user.warnings.map((warning) => h('p', { class: 'hint' }, `⚠ ${warning}`))),
      h('td', {}, t(user.active ? 'active' : 'inactive'), user.secondFactor ? ` · ${t('secondFactor')}` : ''),
      h('td', {}, h('button', { onclick: () => edit(list, user, known, again) }, t('change'))))))),
  answer.more ? h('p', { class: 'hint' }, t('moreUsers')) : null));
}

function given(user) {
  return [...user.roles.map((role) => ({ company: EVERY, role, regions: [] })), ...user.grants];
}

/** The form of one user, a new one where there is none. */
function edit(list, user, known, again) {
  again.leave();
  const grants = h('div', { class: 'grants' });
  const add = (one = { company: EVERY, role: 'viewer', regions: [] }) => grants.append(grant(one, known));
  const message = h('p', { class: 'message', id: 'user-message', role: 'alert' });
  const form = h('form', { class: 'card form', id: 'user-form' },
    h('h2', {}, user ? user.name : t('addUser')),
    user ? null : field('name', t('user'), { autocomplete: 'off', required: true, maxlength: 60 }),
    field('password', t(user ? 'resetPassword' : 'firstPassword'),
      { type: 'password', autocomplete: 'new-password', required: !user }),
    h('fieldset', {}, h('legend', {}, t('roles')), grants,
      h('button', { type: 'button', id: 'grant-add', onclick: () => add() }, t('addRole'))),
    user ? h('label', { class: 'check' },
      h('input', { type: 'checkbox', name: 'active', checked: user.active }), t('active')) : null,
    message,
    h('div', { class: 'actions' },
      h('button', { type: 'submit', class: 'primary' }, t('save')),
      user && user.secondFactor ? h('button', {
        type: 'button', id: 'reset-second-factor',
        onclick: () => resetSecondFactor(user).then(() => again(''), (refused) => { message.textContent = refused.message; }),
      }, t('resetSecondFactor')) : null,
      h('button', { type: 'button', onclick: () => again('') }, t('cancel'))));
  if (user) {
    given(user).forEach(add);
  } else {
    add();
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await save(form, grants, user);
      await again('');
    } catch (refused) {
      message.textContent = refused.message;
    }
  });
  put(list, form);
  form.querySelector('input').focus();
}

function field(name, label, props) {
  return h('label', {}, h('span', {}, label), h('input', { type: 'text', name, id: `user-${name}`, ...props }));
}

function grant({ company, role, regions }, known) {
  const inRegions = h('input', {
    type: 'text', data: { name: 'regions' }, value: regions.join(', '), placeholder: t('regionsHint'), 'aria-label': t('regions'),
  });
  const roles = select('role', t('roles'), known.roles.map((name) => [name, name]), role);
  const showRegions = () => {
    inRegions.hidden = !known.byRegion.includes(roles.value);
  };
  roles.addEventListener('change', showRegions);
  showRegions();
  const line = h('div', { class: 'grant' },
    roles,
    select('company', t('company'), [[EVERY, t('everyCompany')], ...known.companies.map((c) => [c, c])], company),
    inRegions,
    h('button', { type: 'button', class: 'quiet', 'aria-label': t('remove'), onclick: () => line.remove() }, '×'));
  return line;
}

function select(name, label, options, value) {
  return h('select', { 'aria-label': label, data: { name } },
    options.map(([code, text]) => h('option', { value: code, selected: code === value }, text)));
}

/** For who lost the phone; whoever it is logs in by the password alone and sets up another one. */
async function resetSecondFactor(user) {
  await send('DELETE', `/api/users/${encodeURIComponent(user.name)}/second-factor`, undefined,
    { key: crypto.randomUUID(), version: `"${user.version}"` });
}

/** The codes, between which a comma of either language or a semicolon stands. */
function regionsOf(input) {
  return input.hidden ? [] : input.value.split(/[,，、;；]/).map((code) => code.trim()).filter(Boolean);
}

async function save(form, grants, user) {
  const chosen = [...grants.querySelectorAll('.grant')].map((line) => ({
    company: line.querySelector('[data-name=company]').value,
    role: line.querySelector('[data-name=role]').value,
    regions: regionsOf(line.querySelector('[data-name=regions]')),
  }));
  const isRoleAlone = (given) => given.company === EVERY && given.regions.length === 0;
  const roles = chosen.filter(isRoleAlone).map((given) => given.role);
  const others = chosen.filter((given) => !isRoleAlone(given));
  const password = form.password.value;
  if (!user) {
    await send('POST', '/api/users',
      { name: form.elements.name.value.trim(), password, roles, grants: others, mustChangePassword: true },
      { key: crypto.randomUUID() });
    return;
  }
  const path = `/api/users/${encodeURIComponent(user.name)}`;
  const { answer } = await send('PUT', path, { roles, grants: others, active: form.active.checked },
    { key: crypto.randomUUID(), version: `"${user.version}"` });
  if (password) {
    await send('PUT', `${path}/password`, { password, mustChangePassword: true },
      { key: crypto.randomUUID(), version: `"${answer.version}"` });
  }
}
