// What one is told: comments that mention one, and what happened to documents that one follows.
import { ask, send } from './api.js';
import { h, put } from './dom.js';
import { coded, date, moment } from './format.js';
import { workPages } from './work/work.js';
import { say, t } from './words.js';

const WAITING = '/api/approval/waiting';

export async function showInbox(place) {
  const [inbox, pages, waiting] = await Promise.all([ask('/api/inbox'), workPages(), ask(WAITING)]);
  return () => {
    document.title = `${t('inbox')} · Millrace`;
    const isNew = (message) => !inbox.seenUntil || message.at > inbox.seenUntil;
    put(place, h('h1', {}, t('inbox')), waitingForYou(waiting.rows, pages),
      inbox.messages.length === 0 ? h('section', { class: 'card empty' }, h('p', {}, t('inboxEmpty')))
        : h('ol', { class: 'card comments', id: 'inbox' }, inbox.messages.map((message) => h('li', { class: isNew(message) ? 'new' : null },
          h('p', {}, h('strong', {}, message.by), ` · ${moment(message.at)} · ${t(`inbox-${message.reason}`)} `, link(message, pages)),
          message.text ? h('p', { class: 'said' }, message.text)
            : h('p', { class: 'hint' }, message.event.replace(/^.*\./, '').replaceAll('-', ' '))))));
    const [newest] = inbox.messages;
    if (newest && isNew(newest)) {
      send('PUT', '/api/inbox/seen', { until: newest.at }, { key: crypto.randomUUID() });
    }
  };
}

/** The requests that the visitor may decide; nothing where there is none. */
function waitingForYou(rows, pages) {
  return rows.length === 0 ? null : h('section', { class: 'card', id: 'waiting-for-you' }, h('h2', {}, t('waitingForYou')),
    h('ol', { class: 'comments' }, rows.map((row) => h('li', {}, h('p', {}, link({ ...row, kind: 'approval/request' }, pages),
      ` · ${row.requestedBy} · ${coded(row.amount, row.currency)} · ${date(row.dueDate)}${row.overdue ? ` ${t('overdue')}` : ''}`)))));
}

function link(message, pages) {
  const page = pages.find((one) => one.shown.kind === message.kind);
  const title = `${page ? say(page.words.one) : message.kind} ${message.number}`;
  return page ? h('a', {
    href: `/work/${page.id}/of/${encodeURIComponent(message.number)}?company=${encodeURIComponent(message.company)}`, 'data-inside': true,
  }, title) : title;
}

/** How many messages are new, beside the name of the inbox; nothing where none is. */
export async function countNew(place) {
  const [{ unseen }, { total }] = await Promise.all([ask('/api/inbox'), ask(WAITING)]);
  put(place, t('inbox'), unseen > 0 ? h('strong', { class: 'count', id: 'unseen' }, String(unseen)) : null,
    total > 0 ? h('strong', { class: 'count', id: 'waiting', title: t('waitingForYou') }, String(total)) : null);
}
