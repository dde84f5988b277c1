// One document: its state, what can be done next, its lines and its history.
import { chosen, go } from '../address.js';
import { h, put } from '../dom.js';
import { say, t } from '../words.js';
import { showChain } from './chain.js';
import { showCollaboration } from './collaboration.js';
import { begunOf } from './drafts.js';
import { current } from './form.js';
import { downloads } from './files.js';
import { tell } from './history.js';
import { mailButton } from './mail.js';
import { letterhead, printedAt, totals } from './print.js';
import { showRelated } from './related.js';
import { facts, table } from './show.js';
import { statesDrawn } from './states.js';
import { valueOf } from './value.js';
import { apiAt, workAt, workPages } from './work.js';

export async function showDocument(place, page, number) {
  const [{ content }, pages] = await Promise.all([current(page, number), workPages()]);
  return () => {
    const title = `${say(page.words.one)} ${number}`;
    document.title = `${title} · Millrace`;
    if (!content) {
      put(place, h('section', { class: 'card empty', role: 'alert' }, h('h1', {}, t('notThere')),
        h('p', {}, title), h('a', { class: 'button', href: workAt(page), 'data-inside': true }, say(page.words.title))));
      return;
    }
    const history = h('div');
    const chain = h('div', { class: 'stack' });
    const related = h('div', { class: 'stack', id: 'related' });
    const collaboration = h('div', { class: 'stack' });
    const trouble = h('p', { class: 'problem', role: 'alert', id: 'file-problem' });
    put(place,
      h('div', { class: 'board-head' },
        h('div', {}, letterhead(),
          h('p', { class: 'back' }, h('a', { href: workAt(page), 'data-inside': true }, `‹ ${say(page.words.title)}`)),
          h('h1', {}, title)),
        h('div', { class: 'steps', role: 'group', 'aria-label': t('toDo') }, steps(page, content, number),
          pdf(page, number), downloads(page, number, trouble),
          mailButton(page, pages, number, page.shown.isPrinted ? documentAt(page, number, 'mails') : ''),
          h('button', { class: 'quiet', id: 'print', onclick: () => window.print() }, t('print')))),
      trouble, begun(page, number),
      h('section', { class: 'card' }, facts(page, pages, content)),
      statesDrawn(content, pages),
      page.shown.lines.map((lines) => h('section', { class: 'card' }, table(page, pages, lines, valueOf(content, lines.field) || [], content))),
      totals(page, content), printedAt(),
      related, chain, collaboration,
      page.shown.kind ? h('details', { class: 'card', id: 'history', ontoggle: () => tell(history, page, number) },
        h('summary', {}, t('history')), history) : null);
    showRelated(related, page, pages, content);
    if (page.shown.isLinked) {
      showChain(chain, page, pages, String(number));
    }
    if (page.shown.kind) {
      showCollaboration(collaboration, page.shown.kind, String(number));
    }
  };
}

/** The paper of the document, in the language of who gets it. */
function pdf(page, number) {
  return page.shown.isPrinted ? h('a', {
    class: 'button quiet', id: 'pdf', href: documentAt(page, number, 'pdf'), download: `${number}.pdf`,
  }, t('pdf')) : null;
}

/** What the core has of a document whatever its kind. */
function documentAt(page, number, what) {
  const at = [...page.shown.kind.split('/'), number, what].map(encodeURIComponent).join('/');
  return `/api/companies/${encodeURIComponent(chosen().company)}/documents/${at}`;
}

/** The steps of the page; those that the state does not allow say why. */
function steps(page, content, number) {
  return page.steps.map((step) => {
    const known = content.steps?.find((one) => one.act === step.act);
    const refused = known && !known.allowed;
    return h('button', {
      id: `step-${step.act}`, 'aria-disabled': refused ? 'true' : null, title: refused ? known.reason : null,
      class: refused ? 'quiet refused' : null,
      onclick: () => (refused ? notify(known.reason) : go(workAt(page, 'of', number, step.act))),
    }, say(step.label));
  });
}

/** Steps that were begun and not sent lead back to what was typed. */
function begun(page, number) {
  const steps = begunOf(page, number);
  return steps.length === 0 ? null : h('p', { class: 'hint', id: 'begun' }, t('draftsOf'), ' ', steps.map((step) => [h('a', {
    href: workAt(page, 'of', number, step.act), 'data-inside': true,
  }, say(step.label)), ' ']));
}

function notify(reason) {
  const notice = document.getElementById('notice');
  put(notice, reason);
  setTimeout(() => put(notice), 6000);
}
