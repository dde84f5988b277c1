// What people add to a document: comments, files, tags, and whether one follows it.
import { chosen } from '../address.js';
import { answered, now, send } from '../api.js';
import { h, put } from '../dom.js';
import { moment } from '../format.js';
import { t } from '../words.js';
import { mayAsk, visitor } from './work.js';

const KILO = 1024;

/** Fills the place, if the core keeps comments on documents of the kind. */
export async function showCollaboration(place, kind, number, said = '') {
  const user = visitor();
  const at = kind.split('/').concat(number).map(encodeURIComponent).join('/');
  const of = (part) => `/api/companies/${encodeURIComponent(chosen().company)}/documents/${at}/${part}`;
  const [comments, files, tags, followers] = await Promise.all(
    ['comments', 'attachments', 'tags', 'followers'].map((part) => now(of(part)).then((found) => found.content)));
  if (!comments) {
    return;
  }
  const again = (told) => showCollaboration(place, kind, number, told);
  const message = h('p', { class: 'message', role: 'status', id: 'collaboration-told' }, said);
  const act = async (method, path, body) => {
    try {
      const { answer } = await send(method, path, body, { key: crypto.randomUUID() });
      const unknown = answer.unknownMentions ?? [];
      await again(unknown.length > 0 ? `${t('unknownMention')}: ${unknown.map((name) => `@${name}`).join(', ')}` : '');
    } catch (refused) {
      put(message, refused.message);
    }
  };
  const mayWrite = mayAsk('collaboration.write');
  const follows = followers.some((one) => one.user === user);
  put(place, h('section', { class: 'card stack', id: 'collaboration' },
    h('div', { class: 'section-head' }, h('h2', {}, t('collaboration')),
      mayWrite ? h('button', {
        class: 'quiet', id: 'follow', 'aria-pressed': String(follows),
        onclick: () => act(follows ? 'DELETE' : 'PUT', of('followers/me'), {}),
      }, follows ? t('unfollow') : t('follow')) : null),
    followers.length > 0 ? h('p', { class: 'hint' }, `${t('followedBy')}: ${followers.map((one) => one.user).join(', ')}`) : null,
    tagged(tags, mayWrite, (wanted) => act('PUT', of('tags'), { tags: wanted })),
    h('ul', { class: 'files' }, files.map((file) => h('li', {},
      h('a', { href: of(`attachments/${file.id}`), download: file.name }, file.name),
      h('span', { class: 'hint' }, ` ${Math.ceil(file.size / KILO)} KB · ${file.addedBy} · ${moment(file.addedAt)} `),
      mayWrite ? h('button', {
        class: 'quiet', 'aria-label': `${t('remove')} ${file.name}`,
        onclick: () => act('DELETE', of(`attachments/${file.id}`)),
      }, '×') : null))),
    mayWrite ? h('label', { class: 'filter' }, h('span', {}, t('attach')),
      h('input', { type: 'file', id: 'attach', multiple: true, onchange: (event) => upload(event.target.files) })) : null,
    h('ol', { class: 'comments' }, comments.map((comment) => h('li', {},
      h('p', {}, h('strong', {}, comment.author), ` · ${moment(comment.writtenAt)} `,
        mayWrite && comment.author === user && comment.text ? h('button', {
          class: 'quiet', 'aria-label': t('withdraw'), title: t('withdraw'),
          onclick: () => act('DELETE', of(`comments/${comment.id}`)),
        }, '×') : null),
      h('p', { class: comment.text ? 'said' : 'hint' }, comment.text || t('withdrawn'))))),
    mayWrite ? h('form', { class: 'writing', onsubmit: write },
      h('textarea', {
        id: 'comment', name: 'text', rows: 2, required: true, maxlength: 5000,
        'aria-label': t('comment'), placeholder: t('commentHint'),
      }),
      h('button', { type: 'submit' }, t('comment'))) : null,
    message));

  function write(event) {
    event.preventDefault();
    act('POST', of('comments'), { text: event.target.text.value });
  }

  async function upload(chosenFiles) {
    for (const file of chosenFiles) {
      const answer = await answered(`${of('attachments')}?${new URLSearchParams({ name: file.name })}`, {
        method: 'POST', body: file,
        headers: { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': crypto.randomUUID() },
      });
      if (!answer.ok) {
        put(message, `${file.name}: ${(await answer.json()).detail}`);
        return;
      }
    }
    await again();
  }
}

function tagged(tags, mayWrite, set) {
  return h('form', {
    class: 'tags',
    onsubmit: (event) => {
      event.preventDefault();
      set([...tags, event.target.tag.value]);
    },
  },
  tags.map((tag) => h('span', { class: 'tag' }, tag, mayWrite ? h('button', {
    type: 'button', class: 'quiet', 'aria-label': `${t('remove')} ${tag}`,
    onclick: () => set(tags.filter((other) => other !== tag)),
  }, '×') : null)),
  mayWrite ? h('input', { name: 'tag', id: 'tag', size: 12, maxlength: 40, required: true, 'aria-label': t('addTag'), placeholder: t('addTag') }) : null);
}
