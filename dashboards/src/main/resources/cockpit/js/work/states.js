// The states of a kind of document and the steps between them, drawn from what the core declares.
import { h, svg } from '../dom.js';
import { say, t } from '../words.js';
import { stateOf } from './chain.js';

const BOX = { width: 132, height: 34 };
const STEP = { x: 250, y: 96 };
const MARGIN = 40;

/** The diagram in a card, or nothing where the content is of no such kind. */
export function statesDrawn(content, pages) {
  if (!content.mermaid) {
    return null;
  }
  const page = pages.find((one) => one.shown.kind === `${content.domain}/${content.type}`);
  const places = placed(content);
  const name = (state) => stateOf({ state }, page);
  const ways = [...grouped(content.transitions, page).values()];
  const most = [...places.values()].reduce((far, at) => ({ x: Math.max(far.x, at.x), y: Math.max(far.y, at.y) }), { x: 0, y: 0 });
  const size = [most.x + BOX.width + 2 * MARGIN + 120, most.y + BOX.height + 2 * MARGIN];
  const title = page ? say(page.words.title) : content.id;
  return h('section', { class: 'card', id: 'states' }, h('h2', {}, title),
    h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': title },
      svg('svg', { class: 'states', width: size[0], height: size[1], viewBox: `0 0 ${size[0]} ${size[1]}`, role: 'img', 'aria-label': ways.map((way) => said(way, name)).join('; ') },
        arrowHead(), ways.map((way) => drawnWay(way, places)),
        content.states.map((one) => box(one, places.get(one.state), name(one.state))))),
    h('details', {}, h('summary', {}, 'Mermaid'), h('pre', { id: 'mermaid' }, content.mermaid)));
}

/** States in columns by how many steps they are from the begin; those that end stand right of all before them. */
function placed({ states, transitions }) {
  const column = new Map(states.filter((one) => one.first).map((one) => [one.state, 0]));
  for (let found = true; found;) {
    const next = transitions.find((one) => column.has(one.from) && !column.has(one.to));
    found = Boolean(next);
    if (next) {
      column.set(next.to, column.get(next.from) + 1);
    }
  }
  for (const { state } of states.filter((one) => one.last)) {
    const before = transitions.filter((one) => one.to === state).map((one) => column.get(one.from) ?? 0);
    column.set(state, Math.max(-1, ...before) + 1);
  }
  const rows = new Map();
  return new Map(states.map(({ state }) => {
    const x = column.get(state) ?? 0;
    const y = rows.get(x) ?? 0;
    rows.set(x, y + 1);
    return [state, { x: MARGIN + x * STEP.x, y: MARGIN + y * STEP.y, column: x }];
  }));
}

/** Steps from one state to another stand on one arrow. */
function grouped(transitions, page) {
  const ways = new Map();
  for (const { from, to, act } of transitions) {
    const key = `${from} ${to}`;
    const step = page?.steps.find((one) => one.act === act);
    const label = act ? (step ? say(step.label) : act) : t('byAnother');
    ways.set(key, { from, to, labels: [...(ways.get(key)?.labels ?? []), label] });
  }
  return ways;
}

const said = ({ from, to, labels }, name) => `${name(from)} → ${name(to)}: ${labels.join(', ')}`;

function box({ state, first, last }, at, label) {
  return svg('g', { class: `state${first ? ' first' : ''}${last ? ' last' : ''}`, data: { state } },
    svg('rect', { x: at.x, y: at.y, width: BOX.width, height: BOX.height, rx: 8 }),
    svg('text', { x: at.x + BOX.width / 2, y: at.y + BOX.height / 2 + 5, 'text-anchor': 'middle' }, label));
}

function drawnWay({ from, to, labels }, places) {
  const a = places.get(from);
  const b = places.get(to);
  if (from === to) {
    return svg('g', { class: 'way' }, words(labels, a.x + BOX.width / 2, a.y + BOX.height + 14, '↻ '));
  }
  const middle = BOX.height / 2;
  const isOn = b.column > a.column;
  const isAside = b.column === a.column;
  const start = isOn ? [a.x + BOX.width, a.y + middle] : isAside ? [a.x + BOX.width, a.y + middle] : [a.x + BOX.width / 4, a.y];
  const end = isOn ? [b.x, b.y + middle] : isAside ? [b.x + BOX.width, b.y + middle] : [b.x + (3 * BOX.width) / 4, b.y];
  const bend = isOn ? [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2] : isAside ? [start[0] + 70, (start[1] + end[1]) / 2] : [(start[0] + end[0]) / 2, Math.min(start[1], end[1]) - 34];
  return svg('g', { class: 'way' },
    svg('path', { d: `M${start} Q${bend} ${end}`, 'marker-end': 'url(#arrow)' }),
    words(labels, (start[0] + 2 * bend[0] + end[0]) / 4, (start[1] + 2 * bend[1] + end[1]) / 4 - 5, ''));
}

/** Two words in a line, so that they fit between the boxes. */
function words(labels, x, y, before) {
  const lines = [];
  for (let i = 0; i < labels.length; i += 2) {
    lines.push((i === 0 ? before : '') + labels.slice(i, i + 2).join(', '));
  }
  return svg('text', { class: 'step', x, y, 'text-anchor': 'middle' },
    lines.map((line, i) => svg('tspan', { x, dy: i === 0 ? 0 : 12 }, line)));
}

function arrowHead() {
  return svg('defs', {}, svg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' },
    svg('path', { class: 'head', d: 'M0 0 L8 4 L0 8 z' })));
}
