// Light and dark: as the system says, until somebody switches.

const dark = window.matchMedia('(prefers-color-scheme: dark)');

export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : dark.matches;
}

export function switchTheme() {
  const next = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  localStorage.setItem('millrace.theme', next);
  window.dispatchEvent(new Event('millrace:theme'));
}

dark.addEventListener('change', () => window.dispatchEvent(new Event('millrace:theme')));

/** A colour of the style sheet, for what is drawn on a canvas. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
