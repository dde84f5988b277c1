// From the data of a chart to the option of ECharts; colours come from the style sheet.
import { sayWord } from './catalog.js';
import { h } from './dom.js';
import { byUnit, date, month, short } from './format.js';
import { colour } from './theme.js';
import { say, t } from './words.js';

function frame(narrow) {
  return { left: 8, right: narrow ? 30 : 24, top: 34, bottom: 8, containLabel: true };
}

function axisLook() {
  return {
    axisLine: { lineStyle: { color: colour('line') } },
    axisTick: { show: false },
    axisLabel: { color: colour('ink-soft'), hideOverlap: true },
    splitLine: { lineStyle: { color: colour('line'), type: 'dashed' } },
  };
}

function valueAxis(unit) {
  return { type: 'value', ...axisLook(), axisLabel: { color: colour('ink-soft'), formatter: (v) => short(v, unit) } };
}

/** A tooltip made of elements, for the pages allow no style inside markup. */
function tip(rows) {
  return {
    backgroundColor: colour('card'),
    borderColor: colour('line'),
    textStyle: { color: colour('ink') },
    confine: true,
    formatter: (points) => {
      const list = Array.isArray(points) ? points : [points];
      const [title, ...lines] = rows(list);
      return h('div', { class: 'tip' }, h('strong', {}, title),
        lines.map(([name, value]) => h('div', {}, h('span', {}, name), h('span', { class: 'number' }, value))));
    },
  };
}

function step(key) {
  return key.endsWith('-01') ? month(key) : date(key);
}

function palette() {
  return [colour('series-1'), colour('series-2'), colour('series-3')];
}

export function lineOption(chart, slice, width) {
  const keys = [...new Set(chart.series.flatMap((s) => s.points.map((p) => p.key)))].sort();
  const { unit } = chart.series[0].metric;
  return {
    color: palette(),
    grid: frame(width < 420),
    legend: { show: chart.series.length > 1, top: 0, left: 4, textStyle: { color: colour('ink-soft') }, icon: 'roundRect' },
    xAxis: {
      type: 'category', data: keys, boundaryGap: false, ...axisLook(), splitLine: { show: false },
      axisLabel: { color: colour('ink-soft'), hideOverlap: true, formatter: step },
    },
    yAxis: valueAxis(unit),
    tooltip: {
      trigger: 'axis',
      ...tip((points) => [step(points[0].name), ...points.map((p) => [p.seriesName, byUnit(p.value, unit)])]),
    },
    series: chart.series.map((s) => {
      const values = new Map(s.points.map((p) => [p.key, p.value]));
      return {
        type: 'line', name: say(s.metric.name), data: keys.map((key) => values.get(key) ?? null),
        symbol: 'circle', symbolSize: 7, showSymbol: keys.length < 30, showAllSymbol: true, lineStyle: { width: 2.5 },
        areaStyle: chart.series.length === 1 ? { opacity: 0.08 } : undefined,
        triggerLineEvent: true, cursor: 'pointer',
      };
    }),
  };
}

export function barOption(chart, slice, width) {
  const { unit } = chart.metric;
  const bars = chart.bars.map((bar) => ({ key: bar.key, name: sayWord(chart.metric.table, chart.by, bar.label || bar.key), value: Number(bar.value ?? 0) }));
  bars.reverse();
  const letters = width < 420 ? 13 : 24;
  return {
    color: palette(),
    grid: { left: 8, right: width < 420 ? 52 : 64, top: 4, bottom: 4, containLabel: true },
    xAxis: { ...valueAxis(unit), axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category', data: bars.map((bar) => bar.name), ...axisLook(),
      axisLabel: {
        color: colour('ink-soft'), interval: 0,
        formatter: (name) => (name.length > letters ? `${name.slice(0, letters - 1)}…` : name),
      },
    },
    tooltip: { trigger: 'item', ...tip(([p]) => [p.name, [say(chart.metric.name), byUnit(p.value, unit)]]) },
    series: [{
      type: 'bar', data: bars, barMaxWidth: 22, barCategoryGap: '28%', cursor: 'pointer',
      itemStyle: { borderRadius: [0, 3, 3, 0] },
      label: { show: true, position: 'right', color: colour('ink-soft'), formatter: (p) => short(p.value, unit) },
    }],
  };
}

export function bandOption(chart, slice, width) {
  const keys = [...new Set([...chart.actual, ...chart.past, ...chart.forecast].map((p) => p.key))].sort();
  const past = new Map(chart.past.map((p) => [p.key, p.value]));
  const actual = new Map(chart.actual.map((p) => [p.key, p.value]));
  const future = new Map(chart.forecast.map((p) => [p.key, p]));
  const of = (name) => keys.map((key) => future.get(key)?.[name] ?? null);
  const low = of('low');
  const high = of('high').map((v, i) => (v === null || low[i] === null ? null : v - low[i]));
  const [first, second] = palette();
  const edge = { type: 'line', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, silent: true };
  return {
    color: [first, second],
    grid: frame(width < 420),
    legend: {
      top: 0, left: 4, icon: 'roundRect', textStyle: { color: colour('ink-soft') },
      data: [t('actual'), ...(past.size > 0 ? [t('pastForecast')] : []), t('forecast'), t('interval')],
    },
    xAxis: {
      type: 'category', data: keys, boundaryGap: false, ...axisLook(), splitLine: { show: false },
      axisLabel: { color: colour('ink-soft'), hideOverlap: true, formatter: date },
    },
    yAxis: valueAxis('QUANTITY'),
    tooltip: {
      trigger: 'axis',
      ...tip((points) => {
        const key = points[0].axisValue;
        const week = future.get(key);
        const lines = actual.has(key) ? [[t('actual'), byUnit(actual.get(key), 'QUANTITY')]] : [];
        const before = past.has(key) ? [[t('pastForecast'), byUnit(past.get(key), 'QUANTITY')]] : [];
        return [date(key), ...lines, ...before, ...(week ? [
          [t('forecast'), byUnit(week.middle, 'QUANTITY')],
          [t('interval'), `${byUnit(week.low, 'QUANTITY')} – ${byUnit(week.high, 'QUANTITY')}`]] : [])];
      }),
    },
    series: [
      { ...edge, name: 'low', data: low },
      { ...edge, name: t('interval'), data: high, areaStyle: { color: second, opacity: 0.2 }, itemStyle: { color: second, opacity: 0.4 } },
      { type: 'line', name: t('actual'), data: keys.map((k) => actual.get(k) ?? null), symbol: 'none', lineStyle: { width: 2 }, itemStyle: { color: first } },
      ...(past.size > 0 ? [{
        type: 'line', name: t('pastForecast'), data: keys.map((k) => past.get(k) ?? null), symbol: 'none', connectNulls: true,
        lineStyle: { width: 2, type: 'dotted' }, itemStyle: { color: second },
      }] : []),
      { type: 'line', name: t('forecast'), data: of('middle'), symbol: 'circle', symbolSize: 6, lineStyle: { width: 2.5 }, itemStyle: { color: second } },
    ],
  };
}
