import { h, put } from './dom.js';
import { loginForm } from './loginform.js';
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

function show() {
  document.title = t('loginTitle');
  put(document.getElementById('page'), loginForm({
    title: t('loginTitle'),
    message: query.get('reason') === 'expired' ? t('expired') : '',
    done: (session) => location.assign(
      session.mustChangePassword || session.mustSetUpSecondFactor ? '/account' : then()),
    more: [
      h('button', { type: 'button', class: 'quiet', id: 'language', onclick: () => { switchLanguage(); show(); } },
        t('language')),
      h('button', { type: 'button', class: 'quiet', 'aria-label': t('theme'), onclick: switchTheme }, '◐'),
    ],
  }));
  document.getElementById('user').focus();
}

show();
