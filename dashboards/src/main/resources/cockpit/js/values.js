// Chinese for the fixed words that stand in the data: accounts, segments, kinds, states, methods.
// The words themselves, as they are filtered and exported, stay as they are.
import { percent } from './format.js';
import { lang } from './words.js';

const CHINESE = {
  'Cash and bank': '现金及银行存款', 'Accounts receivable': '应收账款', Inventory: '存货',
  'Work in progress': '在制品', Equipment: '设备', 'Accumulated depreciation': '累计折旧',
  'Accounts payable': '应付账款', 'Goods received not invoiced': '暂估应付', Loans: '借款',
  'Share capital': '股本', 'Retained earnings': '留存收益', 'Sales revenue': '营业收入',
  'Sales returns': '销售退回', 'Cost of goods sold': '营业成本', 'Inventory adjustments': '存货调整',
  'Purchase price variance': '采购价差', 'Operating expenses': '营业费用', Wages: '工资',
  Depreciation: '折旧', 'Bad debt expense': '坏账损失', 'Service parts cost': '售后配件成本',
  'Interest expense': '利息费用', 'Income tax': '所得税',
  Champions: '冠军客户', Loyal: '忠诚客户', 'Potential loyal': '潜力客户', New: '新客户',
  Promising: '有希望客户', 'Needs attention': '需关注客户', 'At risk': '流失风险客户',
  'Cannot lose': '不可失客户', Hibernating: '休眠客户', Lost: '已流失客户',
  'Walk-in': '散客', Unscored: '未评分',
  Naive: '朴素法', 'Seasonal naive': '季节朴素法', Pool: '组合法', 'Intermittent pool': '间歇需求组合法', Likes: '相似品法', 'Not sold yet': '尚未售出',
  invoice: '发票', 'credit-note': '贷项通知单', open: '未完成', delivered: '已交货',
  invoiced: '已开票', cancelled: '已取消', asset: '资产', liability: '负债', equity: '权益',
  revenue: '收入', expense: '费用',
  tested: '回测', frozen: '已冻结', make: '自制', buy: '采购', approved: '已批准', rejected: '已拒绝', withdrawn: '已撤回',
  high: '高', medium: '中', low: '低', added: '新增', removed: '取消', moved: '改期', resized: '改量',
  'sales order': '销售订单', 'work order': '生产工单', other: '其他', forecast: '预测', 'safety stock': '安全库存',
  'short stock': '库存不足', 'lot size': '批量', smooth: '平稳', erratic: '波动', intermittent: '间歇', lumpy: '块状',
  urgent: '紧急', warning: '警告', info: '提示',
  bias: '系统偏差', 'outside interval': '超出区间', 'new item': '新物料', 'dying item': '衰退物料', 'stock out': '缺货',
  'purchase-order': '采购订单', 'work-order': '生产工单', 'sales-order': '销售订单',
};
/** Words that mean something else in one column. */
const CHINESE_IN = { state: { open: '待批准' }, series: { all: '全部', location: '库位', group: '客户组' } };
const FIXED = new Set([
  'account_name', 'account_type', 'segment', 'method', 'kind', 'status', 'document_type', 'state', 'severity', 'source', 'urgency', 'reason', 'pattern', 'series']);

/** A value of a column as people read it. */
export function sayValue(column, text) {
  if (column === 'service_level' && text !== '') {
    return percent(text);
  }
  if (!FIXED.has(column)) {
    return text;
  }
  const words = /^[a-z_]+$/.test(text) ? text.replaceAll('_', ' ') : text;
  if (lang() !== 'zh' || words === '') {
    return words;
  }
  return column === 'method' ? words.split(' and ').map(methodInChinese).join('与')
    : CHINESE_IN[column]?.[words] || CHINESE[words] || words;
}

function methodInChinese(title) {
  return CHINESE[title[0].toUpperCase() + title.slice(1)] || title;
}
