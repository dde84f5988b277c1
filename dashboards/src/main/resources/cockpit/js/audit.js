// What was done: every command with who gave it, what it answered and which events came of it.
import { ask } from './api.js';
import { h, put } from './dom.js';
import { moment } from './format.js';
import { t } from './words.js';

const WAIT_MS = 200;

export async function showAudit(page) {
  const first = await ask('/api/audit');
  return () => {
    document.title = `${t('audit')} · Millrace`;
    const body = h('tbody', { id: 'audit-rows' });
    const more = h('button', { id: 'audit-more', onclick: () => load(asked.number + 1) }, t('moreRows'));
    const asked = { search: '', number: 1, turn: 0 };
    const fill = (answer, isFirst) => {
      const rows = answer.rows.map(line);
      isFirst ? put(body, rows) : body.append(...rows);
      more.hidden = !answer.more;
    };
    const load = async (number) => {
      const mine = ++asked.turn;
      const answer = await ask('/api/audit', { search: asked.search, page: number });
      if (mine === asked.turn) {
        asked.number = number;
        fill(answer, number === 1);
      }
    };
    let timer = 0;
    put(page,
      h('div', { class: 'board-head' }, h('h1', {}, t('audit')), h('input', {
        id: 'audit-search', type: 'search', class: 'find', placeholder: t('searchAudit'), 'aria-label': t('searchAudit'),
        oninput: (event) => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            asked.search = event.target.value.trim();
            load(1);
          }, WAIT_MS);
        },
      })),
      h('section', { class: 'card' }, h('div', { class: 'scroll', tabindex: '0' }, h('table', { class: 'rows' },
        h('thead', {}, h('tr', {}, ['moment', 'user', 'command', 'answer', 'fromWhere', 'events'].map((name) => h('th', { scope: 'col' }, t(name))))),
        body)), h('p', { class: 'pager' }, more)));
    fill(first, true);
  };
}

function line(done) {
  return h('tr', {},
    h('td', { class: 'brief' }, moment(done.recordedAt)),
    h('td', {}, done.actor),
    h('td', {}, h('code', {}, `${done.method} ${done.path}`)),
    h('td', { class: done.status < 400 ? null : 'marked' }, String(done.status)),
    h('td', {}, done.address ?? ''),
    h('td', {}, done.events.map((event) => h('div', {}, event))));
}
