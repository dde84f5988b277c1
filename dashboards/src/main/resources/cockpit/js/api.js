// Asks the cockpit for data. A session that is over leads to the login page and back again.

export class Refused extends Error {
  constructor(problem) {
    super(problem.detail || problem.title);
    this.title = problem.title;
    this.status = problem.status;
  }
}

export async function ask(path, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, value);
    }
  }
  const text = query.toString();
  const answer = await fetch(path + (text ? `?${text}` : ''), {
    headers: { Accept: 'application/json' },
  });
  if (answer.status === 401) {
    toLogin();
    return new Promise(() => {}); // the page is leaving
  }
  const body = await answer.json();
  if (!answer.ok) {
    throw new Refused(body);
  }
  return body;
}

export async function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

export function toLogin() {
  const then = encodeURIComponent(location.pathname + location.search);
  location.assign(`/login?then=${then}&reason=expired`);
}
