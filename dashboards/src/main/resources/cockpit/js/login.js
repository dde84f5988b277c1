import { ask } from './api.js';
import { h, put } from './dom.js';
import { loginForm } from './loginform.js';
import { switchTheme } from './theme.js';
import { switchLanguage, t } from './words.js';

const query = new URLSearchParams(location.search);

function then() {
  const asked = query.get('then') || '/';
  try {
    const target = new URL(asked, location.origin);
    return target.origin === location.origin ? target.href : '/'; // a path may begin with // after it is read
  } catch (unreadable) {
    return '/';
  }
}

async function offer(place) {
  const offered = await ask('/data/login');
  if (offered.openId) {
    put(place, h('a', { class: 'button', id: 'openid', href: '/oauth2/authorization/openid' }, t('loginByOpenId')));
  }
}

function show() {
  document.title = t('loginTitle');
  const reasons = { expired: 'expired', openid: 'openIdFailed', refused: 'openIdRefused', unavailable: 'coreDown' };
  const openId = h('div', {});
  put(document.getElementById('page'), loginForm({
    title: t('loginTitle'),
    message: query.get('reason') in reasons ? t(reasons[query.get('reason')]) : '',
    done: (session) => location.assign(
      session.mustChangePassword || session.mustSetUpSecondFactor ? '/account' : then()),
    more: [
      openId,
      h('button', { type: 'button', class: 'quiet', id: 'language', onclick: () => { switchLanguage(); show(); } },
        t('language')),
      h('button', { type: 'button', class: 'quiet', 'aria-label': t('theme'), onclick: switchTheme }, '◐'),
    ],
  }));
  document.getElementById('user').focus();
  offer(openId).catch(() => {}); // the password remains
}

show();
