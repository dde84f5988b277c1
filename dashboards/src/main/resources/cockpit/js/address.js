// What people chose stands in the address, so that it can be shared and the back button works.

const SHARED = ['company', 'currency', 'period', 'country'];

export function chosen() {
  const query = new URLSearchParams(location.search);
  const found = {};
  for (const [name, value] of query) {
    found[name] = value;
  }
  return found;
}

export function place() {
  const parts = location.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  return { page: parts[0] || '', name: parts[1] || '' };
}

/** An address with the shared choices of now and some more. */
export function to(path, more = {}) {
  const now = chosen();
  const query = new URLSearchParams();
  for (const name of SHARED) {
    if (now[name]) {
      query.set(name, now[name]);
    }
  }
  for (const [name, value] of Object.entries(more)) {
    if (value === null || value === '') {
      query.delete(name);
    } else if (value !== undefined) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return path + (text ? `?${text}` : '');
}

/** The same page with some choices changed; picks stay. */
export function changed(more) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(more)) {
    if (value === null || value === '') {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  return `${location.pathname}?${query}`;
}

export function go(address, replace = false) {
  history[replace ? 'replaceState' : 'pushState']({}, '', address);
  window.dispatchEvent(new Event('millrace:address'));
}

/** Makes a link that stays in the page, but still opens in a new tab when asked to. */
export function follow(event) {
  const link = event.target.closest('a[data-inside]');
  if (link && !event.defaultPrevented && event.button === 0
      && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    go(link.getAttribute('href'));
  }
}
