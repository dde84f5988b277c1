// What happened to a document: who, when, why, and each field before and after.
import { ask } from '../api.js';
import { chosen } from '../address.js';
import { h, put } from '../dom.js';
import { moment } from '../format.js';
import { lang, say, t } from '../words.js';
import { shown } from './value.js';
import { apiAt } from './work.js';

/** The Chinese of events by their verb; whole names stand for those of which the verb says too little. */
const HAPPENED = {
  accepted: '已接受', added: '已新增', approved: '已批准', cancelled: '已取消', changed: '已修改', closed: '已关闭', completed: '已完工',
  delivered: '已发货', drafted: '已起草', ended: '已结束', expired: '已过期', invoiced: '已开票', made: '已创建', opened: '已创建',
  placed: '已下单', planned: '已计划', posted: '已过账', received: '已收货', registered: '已登记', rejected: '已拒绝', released: '已下达',
  reopened: '已重新打开', rescheduled: '已改期', reversed: '已冲销', set: '已设置', withdrawn: '已撤回',
  'credit-note-posted': '贷项通知单已过账', 'invoice-cost-corrected': '成本已更正', 'material-cost-corrected': '材料成本已更正',
  'materials-consumed': '已领料', 'order-placed': '已下单', 'part-used': '已使用配件', 'parts-cost-corrected': '配件成本已更正',
  'payment-received': '已收款', 'supplier-paid': '已付款',
};

export async function tell(place, page, number) {
  const entries = await ask(apiAt(page, chosen().company, number, 'history'));
  put(place, entries.length === 0 ? h('p', { class: 'hint' }, t('nothingYet')) : h('ol', { class: 'history' }, entries.map((entry, at) => h('li', {},
    h('p', {}, h('strong', {}, happened(entry.event)), ` · ${entry.actor} · ${moment(entry.recordedAt)}`,
      entry.reason ? ` · ${entry.reason}` : ''),
    at === entries.length - 1 ? null : h('ul', { class: 'hint' }, entry.changes.map((change) => h('li', {}, changed(page, change))))))));
}

function happened(event) {
  const name = event.replace(/^.*\./, '');
  return (lang() === 'zh' && (HAPPENED[name] ?? HAPPENED[name.replace(/^.*-/, '')])) || name.replaceAll('-', ' ');
}

/** A field of a line is told with the number of the line: lines.2.quantity. */
function changed(page, { field, before, after }) {
  const parts = field.split('.');
  const known = page.fields[field] ?? page.fields[parts.at(-1)] ?? page.fields[parts[0]];
  const line = parts.find((part) => /^\d+$/.test(part));
  const value = (text) => (text === null || text === undefined ? '–' : say(known?.words[text]) || (known?.kind === 'LIST' ? text : shown(known, text) || text));
  const name = known ? say(known.label) : field;
  return `${name}${known && line ? ` (${t('line')} ${line})` : ''}: ${value(before)} → ${value(after)}`;
}
