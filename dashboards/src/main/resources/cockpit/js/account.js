// One's own password and second factor: chosen here, and asked for here where they are demanded.
import { send } from './api.js';
import { h, put } from './dom.js';
import { showSecondFactor } from './secondfactor.js';
import { t } from './words.js';

export async function showAccount(page, session) {
  return () => {
    document.title = `${t('ownPassword')} · Millrace`;
    const message = h('p', { class: 'message', id: 'account-message', role: 'status' },
      session.mustChangePassword ? t('mustChange') : '');
    const factor = h('section', { class: 'card form', id: 'second-factor' });
    put(page, h('form', { class: 'card form', id: 'account', onsubmit: (event) => change(event, session, message) },
      h('h1', {}, t('ownPassword')),
      h('p', { class: 'hint' }, session.user),
      message,
      field('current', t('currentPassword'), 'current-password'),
      field('password', t('newPassword'), 'new-password'),
      field('again', t('passwordAgain'), 'new-password'),
      h('p', { class: 'hint' }, t('passwordHint')),
      h('button', { type: 'submit', class: 'primary' }, t('save'))), factor);
    showSecondFactor(factor, session);
  };
}

function field(name, label, autocomplete) {
  return h('label', {}, h('span', {}, label),
    h('input', { name, id: `account-${name}`, type: 'password', autocomplete, required: true }));
}

async function change(event, session, message) {
  event.preventDefault();
  const form = event.target;
  if (form.password.value !== form.again.value) {
    message.textContent = t('passwordsDiffer');
    return;
  }
  try {
    await send('PUT', '/api/session/password',
      { current: form.current.value, password: form.password.value }, { key: crypto.randomUUID() });
    form.reset();
    message.textContent = t('passwordChanged');
    if (session.mustChangePassword) {
      location.assign('/');
    }
  } catch (refused) {
    message.textContent = refused.message;
  }
}
