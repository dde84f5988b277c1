// Where an administrator has events sent to other programs, and sees what came of it.
import { ask, send } from '../api.js';
import { askFirst } from '../asking.js';
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { moment } from '../format.js';
import { t } from '../words.js';
import { companyChoice } from './work.js';

const STATES = { active: 'active', paused: 'webhookPaused', disabled: 'webhookDisabled' };

function at(...parts) {
  return `/api/companies/${[chosen().company, 'webhooks', ...parts].map(encodeURIComponent).join('/')}`;
}

function command(method, path, body = {}) {
  return send(method, path, body, { key: crypto.randomUUID() });
}

export async function showWebhooks(place) {
  const hooks = await ask(at());
  return () => {
    document.title = `${t('webhooks')} · Millrace`;
    const again = async () => (await showWebhooks(place))();
    put(place,
      h('div', { class: 'board-head' }, h('h1', {}, t('webhooks')), companyChoice()),
      h('section', { class: 'card stack' }, h('p', { class: 'hint' }, t('webhooksHint')), formOf(again)),
      hooks.map((hook) => cardOf(hook, again)));
  };
}

function formOf(again) {
  const message = h('p', { class: 'problem', role: 'alert' });
  const secret = h('div', { id: 'webhook-secret', role: 'status' });
  const form = h('form', {
    class: 'work-form', id: 'webhook-form', onsubmit: async (event) => {
      event.preventDefault();
      put(message);
      const { url, types } = form.elements;
      const wanted = types.value.split(/[\s,，]+/).filter(Boolean);
      try {
        const { answer } = await command('POST', at(), { url: url.value.trim(), ...(wanted.length > 0 ? { types: wanted } : {}) });
        form.reset();
        put(secret, h('p', {}, t('webhookSecret')), h('code', { class: 'secret' }, answer.secret),
          h('p', {}, h('button', { type: 'button', id: 'webhook-done', onclick: again }, t('done'))));
      } catch (refused) {
        put(message, h('strong', {}, refused.title), ` ${refused.message}`);
      }
    },
  },
  h('div', { class: 'asking-fields' },
    h('label', {}, h('span', {}, t('webhookUrl')), h('input', { type: 'url', name: 'url', id: 'webhook-url', required: true, autocomplete: 'off' })),
    h('label', {}, h('span', {}, t('webhookTypes')), h('input', { type: 'text', name: 'types', id: 'webhook-types', autocomplete: 'off' }))),
  message, secret,
  h('div', { class: 'asking-buttons' }, h('button', { type: 'submit', class: 'primary', id: 'webhook-add' }, t('webhookAdd'))));
  return form;
}

function cardOf(hook, again) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const sent = h('div');
  const act = (id, word, what) => h('button', {
    type: 'button', data: { act: id }, onclick: async () => {
      put(problem);
      try {
        await what();
      } catch (refused) {
        put(problem, refused.message);
      }
    },
  }, t(word));
  const turn = hook.state === 'active' ? ['pause', 'webhookPause'] : ['resume', 'webhookResume'];
  return h('section', { class: 'card stack', data: { webhook: hook.id } },
    h('h2', {}, hook.url),
    h('p', {}, `${t(STATES[hook.state] ?? 'state')} · ${t('webhookPosition')} ${hook.position} · ${hook.types.join(', ') || t('all')}`),
    hook.trouble.failures > 0 ? h('p', { class: 'problem' }, `${t('webhookTrouble')}: ${hook.trouble.failures}× ${hook.trouble.lastError ?? ''}`) : null,
    h('div', { class: 'row-tools' },
      act('deliveries', 'webhookDeliveries', async () => put(sent, deliveriesOf((await ask(at(hook.id, 'deliveries'))).rows))),
      act('turn', turn[1], async () => {
        await command('POST', at(hook.id, turn[0]));
        await again();
      }),
      act('replay', 'webhookReplay', () => replay(hook, again)),
      act('remove', 'remove', () => remove(hook, again))),
    problem, sent);
}

function replay(hook, again) {
  askFirst({
    title: t('webhookReplay'),
    lines: [t('webhookReplayHint')],
    label: t('webhookReplay'),
    fields: [[{ key: 'after', label: { en: t('webhookPosition'), zh: t('webhookPosition') }, kind: 'TEXT', need: 'REQUIRED', when: {} }, '0-0']],
    act: async ({ after }) => {
      await command('POST', at(hook.id, 'replay'), { after: String(after) });
      return again;
    },
  });
}

function remove(hook, again) {
  askFirst({
    title: `${t('remove')}: ${hook.url}`,
    lines: [t('webhookRemoveAsk')],
    label: t('remove'),
    fields: [],
    act: async () => {
      await command('DELETE', at(hook.id));
      return again;
    },
  });
}

function deliveriesOf(rows) {
  return rows.length === 0 ? h('p', { class: 'hint' }, t('nothingYet'))
    : h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
      h('thead', {}, h('tr', {}, ['webhookSent', 'webhookType', 'webhookPosition', 'webhookStatus'].map((word) => h('th', { scope: 'col' }, t(word))))),
      h('tbody', {}, rows.map((row) => h('tr', {}, h('td', {}, moment(row.sentAt)), h('td', {}, row.type),
        h('td', {}, row.eventPosition), h('td', {}, `${row.status ?? ''} ${row.error ?? ''}`))))));
}
