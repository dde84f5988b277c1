// One board: filters, and tiles in rows of twelve columns.
import { ask } from './api.js';
import { chosen } from './address.js';
import { boardCommands } from './boardcommands.js';
import { chartTile, disposeCharts, isEmptyChart } from './chart.js';
import { h, put } from './dom.js';
import { date, moment, period } from './format.js';
import { took } from './fresh.js';
import { kpiTile } from './kpi.js';
import { filters } from './shell.js';
import { tableTile } from './table.js';
import { withheldTile } from './tile.js';
import { lang, say, t } from './words.js';

const TILES = { kpi: kpiTile, line: chartTile, bar: chartTile, band: chartTile, table: tableTile, withheld: withheldTile };

/** Whether a chart shows nothing; a table that waits for a row of a list to be picked says so itself. */
const EMPTY = {
  kpi: ({ figure }) => figure.rows === 0 || figure.value === null,
  line: isEmptyChart, bar: isEmptyChart, band: isEmptyChart,
  table: ({ rows, use }, slice, lists) => rows.length === 0 && !(use.narrowed && !use.narrowed.value && lists.has(use.narrowed.column)),
  withheld: () => false,
};

/** One sentence for all charts that show nothing, by why they do not. */
function foldedLine(charts) {
  const byReason = Map.groupBy(charts, (chart) => (chart.head.empty ? say(chart.head.empty) : t('noFigures')));
  return charts.length === 0 ? null : h('section', { class: 'card hint', id: 'empty-charts' },
    [...byReason].map(([reason, same]) => h('p', {}, h('strong', {}, same.map((chart) => say(chart.head.title)).join(', ')), `: ${reason}`)));
}

/** Asks for the board and gives back what puts it on the page. */
export async function showBoard(page, name, start, quiet) {
  const now = chosen();
  const asked = { ...now, lang: lang() };
  const answer = await ask(`/data/boards/${encodeURIComponent(name)}`, asked);
  return () => {
    const kept = quiet ? keep(page) : null;
    const lists = new Set(Object.values(answer.charts)
      .filter((chart) => chart.head.type === 'table' && chart.use.link && chart.rows.length > 0).map((chart) => chart.use.link.column));
    const isEmpty = (chart) => EMPTY[chart.head.type](chart, answer.slice, lists);
    disposeCharts();
    took(answer.fresh);
    document.title = `${say(answer.board.title)} · Millrace`;
    page.classList.toggle('timeless', !answer.filters.includes('PERIOD'));
    put(page,
      h('div', { class: 'board-head' },
        h('div', {}, h('h1', {}, say(answer.board.title)), h('p', { class: 'purpose' }, say(answer.board.purpose)),
          h('p', { class: 'print-only' }, printed(answer.slice)),
          monthState(answer.month),
          boardCommands(answer.board.commands, answer.slice.company)),
        filters(start, answer.slice, answer.filters)),
      answer.rows.map((row) => row.filter((tile) => !isEmpty(answer.charts[tile.chart]))).filter((row) => row.length > 0)
        .map((row) => h('div', { class: 'row' }, row.map((tile) => {
          const chart = answer.charts[tile.chart];
          return TILES[chart.head.type](tile, chart, answer.slice);
        }))),
      foldedLine(answer.rows.flat().map((tile) => answer.charts[tile.chart]).filter(isEmpty)));
    page.dispatchEvent(new Event('millrace:shown'));
    if (kept) {
      restore(page, kept);
    }
  };
}

/** What stands on paper, where nobody sees the filters. */
function printed(slice) {
  const when = slice.period ? period(`${slice.period.from}..${slice.period.to}`) : t('allTime');
  return [slice.company, slice.currency, when, slice.country, moment(new Date().toISOString())].filter(Boolean).join(' · ');
}

/** Whether the last month of the period is over and closed; what is not may show a profit that is none. */
function monthState(state) {
  if (!state || (state.closed && !state.today)) {
    return state ? h('p', { class: 'month-state closed' }, t('closed')) : null;
  }
  return h('p', { class: 'month-state', id: 'month-state' },
    state.today ? h('strong', {}, `${t('toDate')} ${date(state.today)}. `) : null,
    state.closed ? t('closed') : t('notClosed'));
}

/** What a person was doing when figures changed under their eyes. */
function keep(page) {
  const active = document.activeElement;
  return {
    focus: active && page.contains(active) ? active.id : '',
    inputs: [...page.querySelectorAll('input[id]:not([type="checkbox"])')].map((i) => [i.id, i.value]),
    tables: [...page.querySelectorAll('[data-shown="table"]')].map((e) => e.dataset.chart),
    scroll: window.scrollY,
    within: [...page.querySelectorAll('.tile .scroll')].map((e) => [e.closest('.tile').dataset.chart, e.scrollTop, e.scrollLeft]),
  };
}

function restore(page, kept) {
  for (const [id, value] of kept.inputs) {
    const input = document.getElementById(id);
    if (input && value) {
      input.value = value;
      input.dispatchEvent(new Event('input'));
    }
  }
  for (const name of kept.tables) {
    page.querySelector(`[data-chart="${name}"] .turn`)?.click();
  }
  for (const [name, top, left] of kept.within) {
    page.querySelector(`[data-chart="${name}"] .scroll`)?.scrollTo(left, top);
  }
  document.getElementById(kept.focus)?.focus({ preventScroll: true });
  window.scrollTo(0, kept.scroll);
}
