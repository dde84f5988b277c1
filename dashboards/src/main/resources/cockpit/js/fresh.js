// How old each table is, and the watch that notices when one changes.
import { ask } from './api.js';
import { h, put } from './dom.js';
import { age, recently } from './format.js';
import { t } from './words.js';

const EVERY_MS = 2000;

let tables = {};
let readAt = 0;
let versions = '';

export function took(fresh) {
  tables = fresh.tables;
  readAt = performance.now();
  versions = signature(fresh);
  paint();
}

/** Everything recorded before this moment is in the table; 0 when it was never published. */
export function completeTo(name) {
  return Date.parse(tables[name]?.completeTo) || 0;
}

function signature(fresh) {
  return Object.values(fresh.tables)
    .map((s) => `${s.table}:${s.version}:${s.publishedAt}:${s.failedChecks.join()}`).join(' ');
}

/** Calls back when a table has a new version; what stands on the page is then asked again. */
export function watch(changed) {
  const look = async () => {
    try {
      if (!document.hidden) {
        const fresh = await ask('/data/fresh');
        const before = versions;
        took(fresh);
        if (before !== versions) {
          await changed();
        }
        notice('');
      }
    } catch (failure) {
      notice(t('offline'));
    }
    setTimeout(look, EVERY_MS);
  };
  setTimeout(look, EVERY_MS);
  setInterval(paint, 1000);
  document.addEventListener('visibilitychange', paint);
}

function notice(text) {
  const place = document.getElementById('notice');
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

/** The line under a figure that says how old it is; it counts on by itself. */
export function ageLine(names) {
  const line = h('p', { class: 'age', data: { tables: names.join(' ') } });
  paintOne(line);
  return line;
}

function paint() {
  document.querySelectorAll('.age').forEach(paintOne);
}

/** What an analysis fills is as old as its calculation, or else as its publication. */
function reached(stamp) {
  return stamp.calculated?.at || stamp.completeTo || stamp.publishedAt;
}

function paintOne(line) {
  const stamps = line.dataset.tables.split(' ').map((name) => tables[name]);
  if (stamps.some((s) => !s || !reached(s))) {
    line.classList.add('late');
    put(line, h('span', { class: 'dot' }), t('neverPublished'));
    return;
  }
  const since = (performance.now() - readAt) / 1000;
  const oldest = stamps.reduce((a, b) => (a.age.seconds > b.age.seconds ? a : b));
  const failed = stamps.flatMap((s) => s.failedChecks);
  const seconds = oldest.age.seconds + since;
  const late = stamps.some((s) => s.completeTo && s.age.behindSeconds + since > s.age.patienceSeconds);
  line.classList.toggle('late', late || failed.length > 0);
  line.title = `${oldest.table}, ${reached(oldest)}`;
  put(line, h('span', { class: 'dot' }),
    `${t('asOf')} ${recently(reached(oldest))}, ${age(seconds)}`,
    oldest.calculated?.asOf ? ` · ${t('calculatedFor')} ${oldest.calculated.asOf}` : '',
    failed.length > 0 ? ` · ${t('checksFailed')} ${failed.join(', ')}` : '');
}
