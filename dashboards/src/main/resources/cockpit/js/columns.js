// Names of mart columns for people. A column that is not here is shown by its own name.
import { lang } from './words.js';

const NAMES = {
  company: ['Company', '公司'], number: ['Number', '编号'], source_number: ['Source number', '来源编号'],
  kind: ['Kind', '类型'], order_number: ['Order', '订单'], invoice_date: ['Date', '日期'],
  month: ['Month', '月份'], due_date: ['Due', '到期日'], customer: ['Customer', '客户'],
  customer_name: ['Customer name', '客户名称'], country: ['Country', '国家'],
  currency: ['Currency', '货币'], net_amount: ['Net amount', '净额'],
  cost_amount: ['Cost', '成本'], paid_amount: ['Paid', '已付'], open_amount: ['Open', '未付'],
  line_no: ['Line', '行'], item: ['Item', '物料'], item_name: ['Item name', '物料名称'],
  quantity: ['Quantity', '数量'], unit_price: ['Unit price', '单价'], status: ['Status', '状态'],
  order_date: ['Order date', '订单日期'], ordered_qty: ['Ordered', '订购数量'],
  delivered_qty: ['Delivered', '已交数量'], entry_number: ['Entry', '凭证'],
  posting_date: ['Posted on', '过账日期'], account: ['Account', '科目'],
  account_name: ['Account name', '科目名称'], account_type: ['Type', '科目类型'],
  debit: ['Debit', '借方'], credit: ['Credit', '贷方'], text: ['Text', '摘要'],
  document_domain: ['From', '来源'], document_type: ['Document kind', '单据类型'],
  document_number: ['Document', '单据'], party: ['Party', '往来方'], rule: ['Rule', '规则'],
  location: ['Location', '库位'], on_hand_qty: ['On hand', '现有量'],
  average_cost: ['Average cost', '平均成本'], value_amount: ['Value', '价值'],
  opening: ['Opening', '期初'], closing: ['Closing', '期末'], as_of: ['As of', '截至'],
  recency_days: ['Days since last', '距上次天数'], frequency: ['Invoices', '次数'],
  monetary: ['Revenue', '金额'], r: ['R', 'R'], f: ['F', 'F'], m: ['M', 'M'],
  segment: ['Segment', '细分'], period: ['Week', '周'], forecast: ['Forecast', '预测'],
  lo80: ['Low', '下限'], hi80: ['High', '上限'], method: ['Method', '方法'],
  error: ['Error', '误差'], reason: ['Reason', '理由'], actual: ['Actual', '实际'],
  net_revenue: ['Net revenue', '净收入'], invoices: ['Invoices', '发票数'],
  recorded_at: ['Recorded', '记录时间'], occurred_at: ['Happened', '发生时间'],
  event_id: ['Event', '事件'], item_kind: ['Item kind', '物料类型'],
  walk_in: ['Walk-in', '散客'], credits: ['Credits invoice', '冲销发票'],
  proposal: ['Proposal', '建议'], plan_version: ['Plan', '计划版本'], source: ['Make or buy', '自制或采购'],
  orders: ['Orders', '订单数'], start_date: ['Start', '开始'], needed_date: ['Needed', '需求日'],
  state: ['State', '状态'], decided_by: ['Decided by', '处理人'], decided_at: ['Decided', '处理时间'],
  note: ['Note', '备注'], approved_qty: ['Approved', '批准数量'], author: ['Author', '作者'],
  overridden_at: ['Overridden', '覆盖时间'], is_withdrawn: ['Withdrawn', '已撤回'],
  abc: ['ABC', 'ABC'], xyz: ['XYZ', 'XYZ'], service_level: ['Service level', '服务水平'],
  safety_qty: ['Safety stock', '安全库存'], reorder_qty: ['Reorder point', '再订货点'],
  order_qty: ['Order quantity', '订货批量'], cover_days: ['Cover, days', '可供天数'],
  weekly_qty: ['Demand a week', '周需求'], lead_days: ['Lead time, days', '提前期（天）'],
  stock_amount: ['Stock value', '库存金额'], safety_amount: ['Value of safety stock', '安全库存金额'],
  work_centre: ['Work centre', '工作中心'], load_hours: ['Load, hours', '负荷（小时）'],
  severity: ['Urgency', '紧急程度'], lag: ['Weeks ahead', '提前周数'],
  base: ['Base', '基础'], opportunities: ['Opportunities', '商机'], campaigns: ['Campaigns', '活动'],
  ordered: ['On order', '已订'], override: ['Override', '覆盖'], lo95: ['Low 95 %', '95% 下限'],
  hi95: ['High 95 %', '95% 上限'],
  position: ['Outbox position', '发件箱位置'], aggregate_version: ['Version', '版本'],
};
const TECHNICAL = new Set([
  'event_id', 'source_event_id', 'aggregate_version', 'position', 'recorded_at', 'occurred_at',
  'company', 'is_walk_in', 'walk_in']);

export function columnName(column) {
  const names = NAMES[column];
  return names ? names[lang() === 'zh' ? 1 : 0] : column.replaceAll('_', ' ');
}

export function isTechnical(column) {
  return TECHNICAL.has(column);
}

export function isNumber(column) {
  return /(_amount|_qty|_cost|_price|_hours|_days|^quantity|^debit|^credit|^opening|^closing|^forecast|^actual)$/
    .test(column) || ['lo80', 'hi80', 'lo95', 'hi95', 'base', 'opportunities', 'campaigns', 'ordered', 'override', 'lag', 'monetary', 'frequency', 'recency_days', 'r', 'f', 'm', 'error',
    'line_no', 'net_revenue', 'invoices', 'quantity', 'amount', 'ytd_amount'].includes(column);
}
