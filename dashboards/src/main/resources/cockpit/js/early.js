// Runs before the first paint, so that the page does not flash in the wrong colours.
(() => {
  const theme = localStorage.getItem('millrace.theme');
  if (theme === 'dark' || theme === 'light') {
    document.documentElement.dataset.theme = theme;
  }
})();
