// The second factor of who is logged in: set up with a phone, recovered from, switched off.
import { ask, send } from './api.js';
import { h, put } from './dom.js';
import { t } from './words.js';

const PATH = '/api/session/second-factor';

export async function showSecondFactor(place, session) {
  const state = await ask(PATH);
  const message = h('p', { class: 'message', id: 'factor-message', role: 'status' },
    session.mustSetUpSecondFactor && !state.since ? t('mustSetUpSecondFactor') : '');
  put(place, h('h2', {}, t('secondFactor')), h('p', { class: 'hint' }, t('secondFactorHint')),
    h('p', { id: 'factor-state' }, state.since
      ? `${t('secondFactorOn')} ${state.since.slice(0, 10)} · ${state.recoveryCodesLeft} ${t('recoveryCodesLeft')}`
      : t('secondFactorOff')),
    message, state.since ? whenOn(place, session, state, message) : whenOff(place, session, message));
}

function whenOff(place, session, message) {
  const password = input('factor-password', { type: 'password', autocomplete: 'current-password' });
  return form('factor-begin', message, async () => {
    const { answer } = await send('POST', PATH, { password: password.value }, { key: crypto.randomUUID() });
    put(place, h('h2', {}, t('secondFactor')), enrolment(place, session, answer, message), message);
    place.querySelector('#factor-code').focus();
  }, labelled(password, t('currentPassword')), button(t('setUp'), 'primary'));
}

function enrolment(place, session, answer, message) {
  const code = input('factor-code', { autocomplete: 'one-time-code', inputmode: 'numeric' });
  return form('factor-confirm', message, async () => {
    const { answer: on } = await send('PUT', PATH, { code: code.value.trim() }, { key: crypto.randomUUID() });
    told(place, session, on.recoveryCodes);
  },
  h('p', { class: 'hint' }, t('scan')),
  h('img', { src: answer.image, alt: answer.uri, width: 200, height: 200, id: 'factor-picture' }),
  h('p', {}, h('code', { id: 'factor-secret' }, answer.secret)),
  h('p', { class: 'hint' }, h('a', { href: answer.uri }, 'otpauth://')),
  labelled(code, t('code')), button(t('switchOn'), 'primary'));
}

/** Shown once; whoever has written them down goes on. */
function told(place, session, codes) {
  put(place, h('h2', {}, t('recoveryCodes')), h('p', { class: 'hint' }, t('recoveryCodesHint')),
    h('ul', { id: 'recovery-codes' }, codes.map((code) => h('li', {}, h('code', {}, code)))),
    h('button', {
      class: 'primary', id: 'factor-done',
      onclick: () => (session.mustSetUpSecondFactor ? location.assign('/') : showSecondFactor(place, session)),
    }, 'OK'));
}

function whenOn(place, session, state, message) {
  const password = input('factor-password', { type: 'password', autocomplete: 'current-password' });
  const code = input('factor-code', { autocomplete: 'one-time-code' });
  const given = () => ({ password: password.value, code: code.value.trim() });
  return form('factor-change', message, async (event) => {
    if (event.submitter.name === 'off') {
      await send('POST', `${PATH}/removal`, given(), { key: crypto.randomUUID() });
      await showSecondFactor(place, session);
    } else {
      const { answer } = await send('POST', `${PATH}/recovery-codes`, given(), { key: crypto.randomUUID() });
      told(place, session, answer.recoveryCodes);
    }
  },
  labelled(password, t('currentPassword')), labelled(code, t('code')),
  h('div', { class: 'actions' }, button(t('newRecoveryCodes'), '', 'renew'),
    state.demanded ? null : button(t('switchOff'), '', 'off')));
}

function form(id, message, act, ...content) {
  const element = h('form', { id, class: 'factor' }, content);
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    message.textContent = '';
    try {
      await act(event);
    } catch (refused) {
      const wrong = refused.problems.map((p) => p.expected).join('; ');
      message.textContent = wrong ? `${refused.message} (${wrong})` : refused.message;
    }
  });
  return element;
}

function input(id, more) {
  return h('input', { id, name: id, required: true, maxlength: 200, ...more });
}

function labelled(field, label) {
  return h('label', {}, h('span', {}, label), field);
}

function button(text, look, name) {
  return h('button', { type: 'submit', class: look, name }, text);
}
