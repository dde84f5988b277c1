// Files that become documents, and those that the core gives of one.
import { chosen, go } from '../address.js';
import { answered, Refused } from '../api.js';
import { askFirst } from '../asking.js';
import { h, put } from '../dom.js';
import { say, t } from '../words.js';
import { apiAt, mayAsk, workAt } from './work.js';

/** The button that takes files in, where the core makes documents of them and the visitor may. */
export function uploadButton(page, drawn, trouble) {
  const { files } = page.shown;
  if (!files.isTaken || !mayAsk(files.permission)) {
    return null;
  }
  const input = h('input', {
    type: 'file', id: 'upload-files', multiple: true, hidden: true, 'aria-label': t('uploadFile'),
    onchange: async () => {
      button.disabled = true;
      await taken(page, [...input.files], drawn, trouble, (done) => put(button, `${t('uploading')} ${done}/${input.files.length}`));
      input.value = '';
      put(button, t('uploadFile'));
      button.disabled = false;
    },
  });
  const button = h('button', { id: 'upload', onclick: () => input.click() }, t('uploadFile'));
  return [input, button];
}

async function taken(page, files, drawn, trouble, told) {
  const refused = [];
  let last = null;
  for (const [i, file] of files.entries()) {
    told(i + 1);
    try {
      last = await make(page, file);
    } catch (refusal) {
      refused.push(`${file.name}: ${refusal.message}`);
    }
  }
  put(trouble, refused.join('\n'));
  if (last && files.length === 1) {
    go(workAt(page, 'of', last[page.identity]));
  } else if (last) {
    await drawn().replaceData();
  }
}

async function make(page, file) {
  const answer = await sent(`${apiAt(page, chosen().company)}?${new URLSearchParams({ name: file.name })}`, {
    method: 'POST', body: file,
    headers: { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': crypto.randomUUID() },
  });
  return answer.json();
}

/** A button for each file that the core gives of the document. */
export function downloads(page, number, trouble) {
  return page.shown.files.given.filter((file) => mayAsk(file.permission)).map((file) => h('button', {
    class: 'quiet', id: `file-${file.name.replaceAll('.', '-')}`, onclick: () => open(page, number, file, trouble),
  }, say(file.label)));
}

async function open(page, number, file, trouble) {
  put(trouble);
  if (file.parameters.length > 0) {
    askFirst({
      title: `${say(file.label)}: ${number}`,
      lines: [],
      label: t('download'),
      fields: file.parameters.map((parameter) => [asked(parameter)]),
      act: async (entered) => {
        await save(page, number, file, entered);
        return () => {};
      },
    });
    return;
  }
  try {
    await save(page, number, file, {});
  } catch (refusal) {
    put(trouble, refusal.message);
  }
}

function asked({ name, label, words }) {
  const options = Object.entries(words).map(([value, word]) => ({ value, label: word }));
  return { key: name, label, kind: options.length > 0 ? 'ONE_OF' : 'TEXT', need: 'OPTIONAL', options, when: {} };
}

async function save(page, number, file, parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const at = `${apiAt(page, chosen().company)}/${encodeURIComponent(number)}`;
  const answer = await sent(`${at}/${encodeURIComponent(file.name)}?${query}`, {});
  const named = /filename\*?=(?:UTF-8'')?"?([^";]+)/.exec(answer.headers.get('Content-Disposition') || '');
  const address = URL.createObjectURL(await answer.blob());
  h('a', { href: address, download: named ? decodeURIComponent(named[1]) : `${number}-${file.name}` }).click();
  URL.revokeObjectURL(address);
}

async function sent(path, options) {
  let answer;
  try {
    answer = await answered(path, options);
  } catch (failure) {
    throw new Refused({ title: t('failed'), detail: t('offline'), status: 0 });
  }
  if (!answer.ok) {
    throw new Refused(await answer.json());
  }
  return answer;
}
