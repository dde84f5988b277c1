// Line, bar and band tiles: a picture, and the same numbers as a table for keyboard and screen reader.
import { go } from './address.js';
import { barOption, bandOption, lineOption } from './options.js';
import { sayWord } from './catalog.js';
import { h, put } from './dom.js';
import { byUnit, date, month } from './format.js';
import { emptyNote, rowsBehind, tile, titleLine } from './tile.js';
import { colour } from './theme.js';
import { say, t } from './words.js';

const living = new Set();
const sizes = new ResizeObserver((entries) => {
  for (const entry of entries) {
    echarts.getInstanceByDom(entry.target)?.resize();
  }
});

export function disposeCharts() {
  sizes.disconnect();
  living.forEach((chart) => chart.dispose());
  living.clear();
}

/** Whether there is nothing to draw. */
export function isEmptyChart(chart, slice) {
  return KINDS[chart.head.type].table(chart, slice).rows.length === 0;
}

export function chartTile(spec, chart, slice) {
  const kind = KINDS[chart.head.type];
  const data = kind.table(chart, slice);
  const metrics = kind.metrics(chart);
  if (data.rows.length === 0) {
    return tile(spec, chart, titleLine(spec, chart, metrics), emptyNote(chart.head));
  }
  const drawing = h('div', { class: 'drawing', 'aria-hidden': 'true' });
  if (chart.head.type === 'bar') {
    drawing.style.height = `${Math.max(chart.bars.length, 3) * 30 + 12}px`;
  }
  const numbers = h('div', { class: 'scroll', tabindex: '0', hidden: true }, table(data));
  const turn = h('button', { class: 'quiet turn', onclick: () => turnOver(frame, drawing, numbers, turn) }, t('showTable'));
  const frame = tile(spec, chart,
    titleLine(spec, chart, metrics, turn),
    chart.pickedName ? h('p', { class: 'picked-name' }, `${chart.picked} · ${chart.pickedName}`) : null,
    drawing, restLine(chart), numbers);
  document.getElementById('page').addEventListener('millrace:shown', () => draw(drawing, kind, chart, slice), { once: true });
  return frame;
}

/** What the bars not shown add up to; as a bar it would dwarf the others. */
function restLine(chart) {
  return chart.rest === undefined || chart.rest === null || Number(chart.rest) === 0 ? null
    : h('p', { class: 'hint' }, `${t('rest')}: ${byUnit(chart.rest, chart.metric.unit)}`);
}

function turnOver(frame, drawing, numbers, button) {
  const toTable = numbers.hidden;
  numbers.hidden = !toTable;
  drawing.hidden = toTable;
  frame.dataset.shown = toTable ? 'table' : 'chart';
  put(button, t(toTable ? 'showChart' : 'showTable'));
  echarts.getInstanceByDom(drawing)?.resize();
}

function draw(element, kind, chart, slice) {
  if (!element.isConnected) {
    return;
  }
  const drawn = echarts.init(element, null, { renderer: 'svg' });
  drawn.setOption({
    animationDuration: 250,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('ink-soft') },
    ...kind.option(chart, slice, element.clientWidth),
  });
  drawn.on('click', (event) => {
    const address = kind.opens(chart, slice, event);
    if (address) {
      go(address);
    }
  });
  living.add(drawn);
  sizes.observe(element);
}

function table(data) {
  return h('table', {},
    h('thead', {}, h('tr', {}, data.columns.map((c, i) => h('th', { scope: 'col', class: i ? 'number' : null }, c)))),
    h('tbody', {}, data.rows.map((row) => h('tr', {}, row.cells.map((cell, i) => h('td', { class: i ? 'number' : null },
      i === 0 && row.href ? h('a', { href: row.href, 'data-inside': true }, cell) : cell))))));
}

function stepName(key) {
  return key.endsWith('-01') ? month(key) : date(key);
}

/** The period of a step of the time axis; only months are periods. */
function monthOf(key) {
  return key.slice(0, 7);
}

function lineTable(chart, slice) {
  const keys = [...new Set(chart.series.flatMap((s) => s.points.map((p) => p.key)))].sort();
  const values = chart.series.map((s) => new Map(s.points.map((p) => [p.key, p.value])));
  return {
    columns: ['', ...chart.series.map((s) => say(s.metric.name))],
    rows: keys.map((key) => ({
      href: rowsBehind(chart.series[0].metric, slice, { period: monthOf(key) }),
      cells: [stepName(key), ...chart.series.map((s, i) => byUnit(values[i].get(key), s.metric.unit))],
    })),
  };
}

function barTable(chart, slice) {
  const rows = chart.bars.map((bar) => ({
    href: rowsBehind(chart.metric, slice, { [`pick.${chart.by}`]: bar.key }),
    cells: [sayWord(chart.metric.table, chart.by, bar.label || bar.key), byUnit(bar.value, chart.metric.unit)],
  }));
  if (chart.rest !== null && Number(chart.rest) !== 0) {
    rows.push({ cells: [t('rest'), byUnit(chart.rest, chart.metric.unit)] });
  }
  return { columns: ['', say(chart.metric.name)], rows };
}

function bandTable(chart) {
  const past = new Map(chart.past.map((p) => [p.key, p.value]));
  return {
    columns: ['', t('actual'), t('pastForecast'), t('forecast'), t('interval')],
    rows: [
      ...chart.actual.map((p) => ({
        cells: [date(p.key), byUnit(p.value, 'QUANTITY'), past.has(p.key) ? byUnit(past.get(p.key), 'QUANTITY') : '', '', ''],
      })),
      ...chart.forecast.map((p) => ({
        cells: [date(p.key), '', '', byUnit(p.middle, 'QUANTITY'),
          `${byUnit(p.low, 'QUANTITY')} – ${byUnit(p.high, 'QUANTITY')}`],
      })),
    ],
  };
}

const KINDS = {
  line: {
    table: lineTable,
    metrics: (chart) => chart.series.map((s) => s.metric),
    option: lineOption,
    opens: (chart, slice, event) => rowsBehind(
      chart.series[event.seriesIndex].metric, slice, { period: monthOf(String(event.name)) }),
  },
  bar: {
    table: barTable,
    metrics: (chart) => [chart.metric],
    option: barOption,
    opens: (chart, slice, event) => (event.data.key === undefined ? null
      : rowsBehind(chart.metric, slice, { [`pick.${chart.by}`]: event.data.key })),
  },
  band: {
    table: bandTable, metrics: () => [], option: bandOption, opens: () => null,
  },
};
