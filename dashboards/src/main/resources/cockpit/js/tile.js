// What all tiles share: frame, title, explanation, age, and the way to the rows behind.
import { to } from './address.js';
import { h } from './dom.js';
import { byUnit } from './format.js';
import { ageLine } from './fresh.js';
import { say, t } from './words.js';

export function tile(spec, chart, ...content) {
  const { head } = chart;
  return h('article', {
    class: `tile card w${spec.width} ${head.type}`, data: { chart: spec.chart }, 'aria-label': say(head.title),
  },
  content,
  h('footer', {},
    ageLine(head.tables)));
}

export function titleLine(spec, chart, metrics, ...buttons) {
  return h('header', {},
    h('div', {}, h('h2', {}, say(chart.head.title)),
      chart.head.ignores.map((what) => h('p', { class: `ignores ${what}` },
        t(what === 'period' ? 'ignoresPeriod' : 'ignoresCountry')))),
    h('div', { class: 'tools' }, buttons, about(spec, chart, metrics)));
}

/** The definition of the figure behind a small button; opens on click, closes on Escape. */
function about(spec, chart, metrics) {
  const id = `about-${spec.chart}`;
  const parts = metrics.map((metric) => h('div', {},
    h('h3', {}, say(metric.name)),
    h('p', {}, say(metric.description)),
    h('dl', {},
      h('dt', {}, t('formula')), h('dd', {}, h('code', {}, metric.formula)),
      h('dt', {}, t('source')), h('dd', {}, h('code', {}, `mart.${metric.table}`)),
      h('dt', {}, t('example')), h('dd', {}, example(metric)))));
  if (chart.head.note) {
    parts.push(h('p', {}, say(chart.head.note)));
  }
  if (parts.length === 0) {
    return null;
  }
  const panel = h('div', { class: 'about', id, popover: 'auto' }, parts);
  return h('span', {},
    h('button', { class: 'quiet info', popovertarget: id, 'aria-label': t('definition'), title: t('definition') }, 'i'),
    panel);
}

function example(metric) {
  const given = Object.entries(metric.example.given)
    .map(([column, value]) => `${column} = ${value}`).join(', ');
  return `${given} → ${byUnit(metric.example.value, metric.unit)}`;
}

/** The address of the rows behind a figure. */
export function rowsBehind(metric, slice, more = {}) {
  return to('/rows', { metric: metric.id, ...more });
}

/** A chart whose figures this visitor may not see. */
export function withheldTile(spec, chart) {
  return tile(spec, chart, titleLine(spec, chart, []),
    h('div', { class: 'nothing' }, h('p', {}, t('withheld')), h('p', { class: 'hint' }, chart.reason)));
}

/** Why nothing is shown: in the words of the chart if it has some. */
export function emptyNote({ empty }) {
  return h('div', { class: 'nothing' }, empty ? h('p', {}, say(empty))
    : [h('p', {}, t('noFigures')), h('p', { class: 'hint' }, t('noFiguresHint'))]);
}
