// A session that ended while a page is open: whoever worked there logs in over it and goes on.
import { toLogin } from './api.js';
import { h } from './dom.js';
import { loginForm } from './loginform.js';
import { t } from './words.js';

let asked = null;

/** Asks the user to log in, once however many requests wait for it; ends when that was done. */
export function renewal(user) {
  return () => {
    asked ??= again(user).finally(() => {
      asked = null;
    });
    return asked;
  };
}

/** What is on the page is hidden meanwhile: whoever comes by is nobody yet. */
function again(user) {
  return new Promise((resolve) => {
    const dialog = h('dialog', { class: 'relogin', 'aria-labelledby': 'login-title' });
    const keepOpen = (event) => {
      event.preventDefault();
      dialog.showModal();
    };
    const done = (session) => {
      if (session.user !== user) {
        location.reload(); // nothing of another user's page stays
        return;
      }
      dialog.removeEventListener('close', keepOpen);
      dialog.close();
      dialog.remove();
      before?.focus({ preventScroll: true });
      resolve();
    };
    const before = document.activeElement;
    dialog.append(loginForm({
      title: t('expired'), hint: t('expiredHint'), message: '', user, done,
      more: h('button', { type: 'button', class: 'quiet', id: 'other-user', onclick: toLogin }, t('otherUser')),
    }));
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    dialog.addEventListener('close', keepOpen);
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector('#password').focus();
  });
}
