// One large number with what it was before and a small line of the last months.
import { h, svg } from './dom.js';
import { byUnit, change, date, differenceOf, headline, period, pointsOf } from './format.js';
import { rowsBehind, tile, titleLine } from './tile.js';
import { say, t } from './words.js';

export function kpiTile(spec, chart, slice) {
  const { metric, figure, compared, trend } = chart;
  const there = figure.rows > 0 && figure.value !== null;
  const unit = metric.unit === 'MONEY' ? slice.currency : '';
  return tile(spec, chart,
    titleLine(spec, chart, [metric]),
    there
      ? h('a', {
        class: 'figure', id: `figure-${spec.chart}`, href: rowsBehind(metric, slice), 'data-inside': true,
        title: `${byUnit(figure.value, metric.unit)} ${unit} · ${t('openRows')}`,
        data: { value: figure.value },
      }, headline(figure.value, metric.unit), unit ? h('span', { class: 'unit' }, unit) : null)
      : h('p', { class: 'figure none' }, '–'),
    there ? null : h('p', { class: 'hint' }, chart.head.empty ? say(chart.head.empty) : t('noFigures')),
    compared.map((c) => comparison(c, metric, figure)),
    spark(trend));
}

/** Why there is nothing to compare with. */
const WHY = { NOT_COVERED: 'notCovered', MONTH_OPEN: 'monthOpen' };

function comparison(compared, metric, figure) {
  const name = t(compared.against === 'PREVIOUS_YEAR' ? 'previousYear' : 'previousPeriod');
  if (compared.why) {
    return h('p', { class: 'compared' }, h('span', { class: 'change' }, '–'), ` ${name}: ${t(WHY[compared.why])}`);
  }
  const { from, to, lastDay } = compared.period;
  const when = `${name}, ${period(`${from}..${to}`)}${lastDay ? ` ${t('upTo')} ${date(lastDay)}` : ''}`;
  if (compared.value === null) {
    return h('p', { class: 'compared' }, h('span', { class: 'change' }, '–'), ` ${when}: ${t('noComparison')}`);
  }
  const points = metric.unit === 'PERCENT';
  const moved = points ? figure.value - compared.value : compared.change ?? compared.difference;
  const direction = moved === null || Math.abs(moved) < 0.0005 ? 0 : Math.sign(moved);
  const good = metric.better === 'NEITHER' || direction === 0
    ? '' : (direction > 0) === (metric.better === 'HIGHER') ? 'good' : 'bad';
  const arrow = direction > 0 ? '▲' : direction < 0 ? '▼' : '＝';
  const text = moved === null ? '–' : points ? pointsOf(moved)
    : compared.change === null ? differenceOf(moved, metric.unit) : change(moved);
  return h('p', { class: 'compared' },
    h('span', { class: `change ${good}` }, `${arrow} ${text}`),
    ` ${when}: ${headline(compared.value, metric.unit)}`);
}

function spark(points) {
  const values = points.map((p) => (p.value === null ? null : Number(p.value)));
  const known = values.filter((v) => v !== null);
  if (known.length < 3) {
    return null;
  }
  const low = Math.min(...known, 0);
  const high = Math.max(...known);
  const width = 200;
  const height = 36;
  const x = (i) => (i / (values.length - 1)) * (width - 6) + 3;
  const y = (v) => height - 4 - ((v - low) / (high - low || 1)) * (height - 8);
  const path = values.map((v, i) => (v === null ? '' : `${x(i).toFixed(1)},${y(v).toFixed(1)}`))
    .filter(Boolean).join(' ');
  return svg('svg', { class: 'spark', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', preserveAspectRatio: 'none' },
    svg('polyline', { points: path }));
}
