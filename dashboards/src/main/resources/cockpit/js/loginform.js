// Asks who visits: the user, the password, then the code of the second factor; says what is wrong.
import { post } from './api.js';
import { h } from './dom.js';
import { t } from './words.js';

/**
 * The form of a login; {@code done} takes what the cockpit answers of the new session. A user who is
 * known is not asked.
 */
export function loginForm({ title, hint, message, user, done, more }) {
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const told = form.querySelector('#message');
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    try {
      const answer = await post('/data/login', {
        user: form.user.value.trim(), password: form.password.value,
        ...(form.code.value.trim() ? { code: form.code.value.trim() } : {}),
      });
      if (answer.ok) {
        done(await answer.json());
        return;
      }
      if (answer.status === 401 && askCode(form, (await answer.clone().json()).type, told)) {
        return;
      }
      const words = { 401: 'wrongLogin', 429: 'tooMany', 503: 'coreDown' }[answer.status];
      told.textContent = words ? t(words) : (await answer.json()).detail;
    } catch (failure) {
      told.textContent = t('offline');
    } finally {
      button.disabled = false;
    }
    form.password.select();
  };
  return h('form', { class: 'login card', onsubmit: submit },
    h('img', { src: '/assets/millrace.svg', alt: '', width: 44, height: 44 }),
    h('h1', { id: 'login-title' }, title),
    hint ? h('p', { class: 'hint' }, hint) : null,
    h('p', { id: 'message', class: 'message', role: 'alert' }, message),
    h('label', { for: 'user' }, t('user')),
    h('input', {
      id: 'user', name: 'user', autocomplete: 'username', required: true, value: user, readonly: user !== undefined,
    }),
    h('label', { for: 'password' }, t('password')),
    h('input', {
      id: 'password', name: 'password', type: 'password', autocomplete: 'current-password', required: true,
    }),
    h('div', { id: 'second-step', hidden: true },
      h('label', { for: 'code' }, t('code')),
      h('input', { id: 'code', name: 'code', autocomplete: 'one-time-code', spellcheck: 'false', maxlength: 40 })),
    h('button', { type: 'submit', class: 'primary' }, t('login')),
    h('div', { class: 'switches' }, more));
}

/** The second step: true when the password was right and the code is what is missing or wrong. */
function askCode(form, type, told) {
  const words = { '/problems/second-factor-needed': 'codeNeeded', '/problems/second-factor-wrong': 'wrongCode' }[type];
  if (!words) {
    return false;
  }
  form.querySelector('#second-step').hidden = false;
  told.textContent = t(words);
  form.code.select();
  form.code.focus();
  return true;
}
