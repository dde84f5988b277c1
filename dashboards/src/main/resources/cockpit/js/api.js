// Asks the cockpit for data. A session that is over asks for the login in place and goes on, or leads
// to the login page where no page is shown yet.

import { lang, t } from './words.js';

export class Refused extends Error {
  constructor(problem) {
    super(problem.detail || problem.title);
    this.type = problem.type;
    this.title = problem.title;
    this.status = problem.status;
    this.problems = problem.problems || [];
  }
}

/** The command waits for its approval: nothing is done yet. */
export class Held extends Refused {
  constructor(number) {
    super({ title: t('held'), detail: number, status: 202 });
    this.number = number;
  }
}

let renew = () => {
  toLogin();
  return new Promise(() => {}); // the page is leaving
};

/** From now on a session that is over is renewed by this, which ends when somebody is logged in. */
export function renewBy(renewal) {
  renew = renewal;
}

/** Refusals come in the language of the page, whatever the browser prefers. */
function inLanguage(options = {}) {
  return { ...options, headers: { ...options.headers, 'Accept-Language': lang() } };
}

/** The answer of the cockpit, asked for again after a login where the session was over. */
export async function answered(path, options) {
  let answer = await fetch(path, inLanguage(options));
  while (answer.status === 401) {
    await renew();
    answer = await fetch(path, inLanguage(options));
  }
  return answer;
}

export async function ask(path, params = {}, { signal } = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, value);
    }
  }
  const text = query.toString();
  const answer = await answered(path + (text ? `?${text}` : ''), {
    signal, headers: { Accept: 'application/json' },
  });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Refused(body);
  }
  return body;
}

/** What the core has at a path now and its version, which is 0 where nothing was set yet. */
export async function now(path) {
  let answer;
  try {
    answer = await answered(path, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  } catch (failure) {
    throw new Refused({ title: t('failed'), detail: t('offline'), status: 0 });
  }
  if (answer.status === 404) {
    await answer.text(); // unread, it would keep its connection
    return { content: null, version: '"0"' };
  }
  const content = await answer.json();
  if (!answer.ok) {
    throw new Refused(content);
  }
  return { content, version: answer.headers.get('ETag') };
}

export async function post(path, body) {
  return fetch(path, inLanguage({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }));
}

/**
 * Sends a command to the core. The key makes sure that sending it twice acts once; a version, that
 * it acts only on what was seen. Gives back the answer and the moment up to which a table must be
 * complete to hold what was done.
 */
export async function send(method, path, body, { key, version }) {
  let answer;
  try {
    answer = await answered(path, {
      method,
      headers: {
        Accept: 'application/json', 'Content-Type': 'application/json', 'Idempotency-Key': key,
        ...(version ? { 'If-Match': version } : {}),
      },
      body: method === 'DELETE' ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    throw new Refused({ title: t('notSent'), detail: t('notSentHint'), status: 0 });
  }
  const text = await answer.text();
  const content = /json/.test(answer.headers.get('Content-Type') || '') && text ? JSON.parse(text) : {};
  if (!answer.ok) {
    throw new Refused({ title: t('failed'), detail: `${answer.status}`, status: answer.status, ...content });
  }
  if (answer.status === 202 && content.waitingFor) {
    throw new Held(content.number);
  }
  const second = 1000; // the header Date leaves out what is below a second
  return { answer: content, at: Date.parse(answer.headers.get('Date')) + second };
}

/** What a command would do, which is then undone; the refusal where it would be refused. */
export async function preview(method, path, body, { version, signal }) {
  const answer = await answered(path, {
    method,
    signal,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', Preview: 'true', ...(version ? { 'If-Match': version } : {}) },
    body: method === 'DELETE' ? undefined : JSON.stringify(body),
  });
  const content = await answer.json();
  return answer.ok ? content : { refused: content };
}

export function toLogin() {
  const then = encodeURIComponent(location.pathname + location.search);
  location.assign(`/login?then=${then}&reason=expired`);
}
