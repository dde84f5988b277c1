import { post } from './api.js';
import { h, put } from './dom.js';
import { switchTheme } from './theme.js';
import { switchLanguage, t } from './words.js';

const query = new URLSearchParams(location.search);

function then() {
  const asked = query.get('then') || '/';
  try {
    const target = new URL(asked, location.origin);
    return target.origin === location.origin ? target.pathname + target.search + target.hash : '/';
  } catch (unreadable) {
    return '/';
  }
}

async function submit(event) {
  event.preventDefault();
  const form = event.target;
  const message = document.getElementById('message');
  const button = form.querySelector('button[type=submit]');
  button.disabled = true;
  try {
    const answer = await post('/data/login', {
      user: form.user.value.trim(), password: form.password.value,
    });
    if (answer.ok) {
      location.assign((await answer.json()).mustChangePassword ? '/account' : then());
      return;
    }
    const words = { 401: 'wrongLogin', 429: 'tooMany', 503: 'coreDown' }[answer.status];
    message.textContent = words ? t(words) : (await answer.json()).detail;
  } catch (failure) {
    message.textContent = t('offline');
  } finally {
    button.disabled = false;
  }
  form.password.select();
}

function show() {
  document.title = t('loginTitle');
  const reason = query.get('reason') === 'expired' ? t('expired') : '';
  put(document.getElementById('page'),
    h('form', { class: 'login card', onsubmit: submit },
      h('img', { src: '/assets/millrace.svg', alt: '', width: 44, height: 44 }),
      h('h1', {}, t('loginTitle')),
      h('p', { id: 'message', class: 'message', role: 'alert' }, reason),
      h('label', { for: 'user' }, t('user')),
      h('input', { id: 'user', name: 'user', autocomplete: 'username', required: true, autofocus: true }),
      h('label', { for: 'password' }, t('password')),
      h('input', {
        id: 'password', name: 'password', type: 'password', autocomplete: 'current-password', required: true,
      }),
      h('button', { type: 'submit', class: 'primary' }, t('login')),
      h('div', { class: 'switches' },
        h('button', { type: 'button', class: 'quiet', id: 'language', onclick: () => { switchLanguage(); show(); } },
          t('language')),
        h('button', { type: 'button', class: 'quiet', 'aria-label': t('theme'), onclick: switchTheme }, '◐'))));
  document.getElementById('user').focus();
}

show();
