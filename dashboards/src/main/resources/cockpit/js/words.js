// The words of the pages in both languages. Labels of figures come from their definitions.

const WORDS = {
  appName: ['Millrace', 'Millrace'],
  skip: ['Skip to content', '跳到正文'],
  search: ['Search number, partner, item, amount', '搜索单号、往来单位、物料、金额'],
  nothingFound: ['Nothing found', '没有找到'],
  company: ['Company', '公司'],
  currency: ['Currency', '货币'],
  country: ['Country', '国家'],
  allCountries: ['All countries', '所有国家'],
  period: ['Period', '期间'],
  upTo: ['up to', '截至'],
  month1: ['1 month', '1 个月'],
  month3: ['3 months', '3 个月'],
  month12: ['12 months', '12 个月'],
  yearToDate: ['Year to date', '本年至今'],
  allTime: ['All months', '全部月份'],
  earlier: ['Earlier', '更早'],
  later: ['Later', '更晚'],
  logout: ['Log out', '退出'],
  login: ['Log in', '登录'],
  user: ['User', '用户'],
  password: ['Password', '密码'],
  users: ['Users', '用户'],
  addUser: ['Add user', '添加用户'],
  searchUsers: ['Search users', '搜索用户'],
  moreUsers: ['There are more: search by name.', '还有更多用户，请按名称搜索。'],
  roles: ['Roles', '角色'],
  addRole: ['Add role', '添加角色'],
  remove: ['Remove', '移除'],
  everyCompany: ['All companies', '所有公司'],
  state: ['State', '状态'],
  active: ['Active', '启用'],
  inactive: ['Disabled', '停用'],
  change: ['Change', '修改'],
  resetPassword: ['New password (empty: keep)', '新密码（留空则不变）'],
  firstPassword: ['First password', '初始密码'],
  ownPassword: ['Your password', '修改密码'],
  currentPassword: ['Current password', '当前密码'],
  newPassword: ['New password', '新密码'],
  passwordAgain: ['New password again', '再次输入新密码'],
  passwordHint: [
    'At least 10 characters that others do not guess; several words are good.',
    '至少 10 个他人难以猜到的字符；用几个词组合为佳。'],
  passwordsDiffer: ['The two new passwords differ.', '两次输入的新密码不一致。'],
  passwordChanged: ['Your password is changed; your other sessions have ended.', '密码已修改，其他会话已结束。'],
  mustChange: ['Somebody else set your password: choose your own now.', '您的密码由他人设置，请立即修改。'],
  loginTitle: ['Log in to Millrace', '登录 Millrace'],
  expired: ['Your session has ended. Please log in again.', '会话已结束，请重新登录。'],
  wrongLogin: ['The user or the password is wrong.', '用户名或密码错误。'],
  tooMany: ['Too many attempts. Wait a minute and try again.', '尝试次数过多，请一分钟后再试。'],
  coreDown: ['The core does not answer. See ./millrace status.', '核心服务无响应，请查看 ./millrace status。'],
  theme: ['Light or dark', '明亮或深色'],
  language: ['中文', 'English'],
  asOf: ['as of', '截至'],
  old: ['old', '前'],
  calculatedFor: ['for the business date', '业务日期'],
  neverPublished: ['not published yet', '尚未发布'],
  checksFailed: ['check failed:', '检查未通过：'],
  ignoresPeriod: ['As it stands now, whatever the period', '当前值，与期间无关'],
  ignoresCountry: ['Not split by country', '不区分国家'],
  previousPeriod: ['before', '上期'],
  previousYear: ['a year before', '去年同期'],
  points: ['points', '个百分点'],
  noComparison: ['no figure', '无数据'],
  notCovered: ['not in the books', '账簿中没有'],
  monthOpen: ['the month is not over', '本月尚未结束'],
  toDate: ['Month to date, up to', '本月至今，截至'],
  notClosed: ['Not closed: entries of the month may still come, such as wages and depreciation.', '未结账：本月工资、折旧等分录可能尚未入账。'],
  closed: ['Closed', '已结账'],
  more: ['{n} rows, scroll for more', '共 {n} 行，滚动查看更多'],
  noSuchCompany: ['Choose one of these companies', '请选择以下公司'],
  noFigures: ['No figures here', '此处没有数据'],
  noFiguresHint: [
    'Nothing was posted in this period, or the analysis has not run yet.',
    '该期间没有过账，或分析尚未运行。'],
  rest: ['All others', '其他'],
  showTable: ['As a table', '表格'],
  showChart: ['As a chart', '图表'],
  definition: ['What is this figure?', '该指标的含义'],
  formula: ['Formula', '公式'],
  example: ['Example', '示例'],
  source: ['Table', '数据表'],
  openRows: ['Open the rows behind', '查看明细'],
  noCompanyTitle: ['No company yet', '还没有公司'],
  noCompanyText: [
    'Boards fill as soon as a company has posted something. Load the demo company, or import the sales of your own:',
    '公司一有过账，看板就会显示数据。请加载演示公司，或导入您自己的销售数据：'],
  noCompanyWait: ['This page looks again every two seconds.', '本页每两秒自动刷新。'],
  rowsBehind: ['Rows behind', '明细：'],
  row: ['row', '行'],
  rows: ['rows', '行'],
  noRows: ['Nothing here: no row for what was chosen.', '此处没有数据：所选条件下无记录。'],
  sumOfRows: ['Sum of these rows', '以上各行合计'],
  equalsFigure: ['equals the figure', '与指标一致'],
  differsFromFigure: ['the figure is', '指标为'],
  exportCsv: ['Export CSV', '导出 CSV'],
  exportXlsx: ['Export XLSX', '导出 XLSX'],
  filterRows: ['Search in these rows', '在明细中搜索'],
  page: ['Page', '第'],
  of: ['of', '/'],
  back: ['Back', '返回'],
  invoice: ['Invoice', '发票'],
  creditNote: ['Credit note', '贷项通知单'],
  lines: ['Lines', '明细行'],
  journalLines: ['Journal lines', '会计分录'],
  journalHidden: [
    'Journal lines are shown to who may read the ledger.',
    '会计分录仅对有权查看总账的用户显示。'],
  withheld: ['Not for your roles.', '您的角色无权查看。'],
  noJournal: ['No journal lines in the marts for this document.', '数据集市中没有该单据的分录。'],
  balanced: ['Debit equals credit', '借贷平衡'],
  unbalanced: ['Debit and credit differ', '借贷不平'],
  total: ['Total', '合计'],
  otherPieces: ['Posted in several pieces', '分多次过账'],
  event: ['Event behind this document', '该单据的事件'],
  pick: ['Shown below', '已选'],
  actual: ['Actual', '实际'],
  forecast: ['Forecast', '预测'],
  interval: ['80 % interval', '80% 区间'],
  loading: ['Loading', '加载中'],
  failed: ['This could not be loaded', '加载失败'],
  again: ['Try again', '重试'],
  offline: ['No connection to the cockpit; trying again.', '与驾驶舱的连接中断，正在重试。'],
  toDo: ['To do', '操作'],
  select: ['Select', '选择'],
  selectAll: ['Select all rows shown', '选择显示的所有行'],
  several: ['Act on the selected rows', '批量处理所选行'],
  selected: ['{n} selected', '已选 {n} 行'],
  totalValue: ['Total value', '总价值'],
  noValue: ['{n} without a known value', '{n} 行价值未知'],
  notOffered: ['{n} of the selected rows do not offer this.', '所选行中有 {n} 行不适用此操作。'],
  progress: ['Progress', '进度'],
  progressOf: ['{n} of {all}', '{n} / {all}'],
  stop: ['Stop', '停止'],
  runOver: ['{n} done, {refused} refused', '{n} 行完成，{refused} 行未成功'],
  runLeft: ['{n} not sent', '{n} 行未发送'],
  cancel: ['Cancel', '取消'],
  save: ['Save', '保存'],
  optional: ['optional', '选填'],
  needed: ['Something is missing.', '内容不完整。'],
  neededHint: ['please fill in', '请填写'],
  noNumber: ['Not a number.', '不是数字。'],
  noNumberHint: ['digits, with a point before decimals: 120 or 12.5', '请输入数字，小数用点表示，例如 120 或 12.5'],
  noDay: ['Not a day.', '不是日期。'],
  noDayHint: ['a date such as 2026-12-25, then its name if it has one', '请输入日期，例如 2026-12-25，之后可写名称'],
  daysHint: ['2026-12-25 Christmas', '2026-10-01 国庆节'],
  notSent: ['No answer came.', '没有收到回应。'],
  notSentHint: [
    'Send it again: the same content acts once, however often it is sent.',
    '请再次提交：相同内容无论提交几次只生效一次。'],
  yes: ['yes', '是'],
  attention: ['needs attention', '需要关注'],
  pickARow: ['Pick a row in the list above.', '请在上面的列表中选择一行。'],
  work: ['Work', '业务'],
  noCompanyWork: ['An administrator opens the first one: POST /api/companies.', '请管理员先建立公司：POST /api/companies。'],
  find: ['Search', '搜索'],
  all: ['All', '全部'],
  from: ['from', '起'],
  to: ['to', '止'],
  no: ['no', '否'],
  view: ['View', '视图'],
  saveView: ['Save this view…', '保存当前视图…'],
  dropView: ['Forget this view', '删除当前视图'],
  viewName: ['Name of the view', '视图名称'],
  nothingYet: ['Nothing here yet', '暂无记录'],
  notThere: ['This does not exist', '记录不存在'],
  history: ['History', '历史记录'],
  showAll: ['Show all', '查看全部'],
  chain: ['Linked documents', '关联单据'],
  chainCut: ['There are more than are shown here.', '此处未显示全部关联单据。'],
  entries: ['Journal entries', '会计凭证'],
  entry: ['Entry', '凭证'],
  account: ['Account', '科目'],
  debit: ['Debit', '借方'],
  credit: ['Credit', '贷方'],
  dropLine: ['Remove the line', '删除此行'],
  draftKept: ['What you typed before is still here.', '已恢复您之前输入的内容。'],
  dropDraft: ['Start afresh', '重新填写'],
  collaboration: ['Comments and files', '评论与附件'],
  follow: ['Follow', '关注'],
  unfollow: ['Follow no longer', '取消关注'],
  followedBy: ['Followed by', '关注者'],
  attach: ['Attach files', '添加附件'],
  comment: ['Comment', '评论'],
  commentHint: ['Write a comment; @name tells a user', '写评论；@用户名 可通知该用户'],
  withdraw: ['Withdraw', '撤回'],
  withdrawn: ['Withdrawn', '已撤回'],
  addTag: ['Add a tag', '添加标签'],
  inbox: ['Inbox', '收件箱'],
  inboxEmpty: [
    'Nothing yet. Follow a document, or be mentioned in a comment by @ and your name.',
    '暂无消息。关注单据，或在评论中被 @ 提及后，消息会显示在这里。'],
  'inbox-mentioned': ['mentioned you on', '提到了您：'],
  'inbox-commented': ['commented on', '评论了'],
  'inbox-happened': ['changed', '更改了'],
  updated: ['Figures updated', '数据已更新'],
};

let language = chosen();

function chosen() {
  const asked = new URLSearchParams(location.search).get('lang');
  const kept = asked || localStorage.getItem('millrace.language');
  if (kept === 'zh' || kept === 'en') {
    return kept;
  }
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

export function lang() {
  return language;
}

export function locale() {
  return language === 'zh' ? 'zh-CN' : 'en-GB';
}

export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('millrace.language', language);
  document.documentElement.lang = locale();
}

export function t(key) {
  const words = WORDS[key];
  return words ? words[language === 'zh' ? 1 : 0] : key;
}

/** A label of a definition: {en, zh}. */
export function say(label) {
  return label ? label[language] : '';
}

document.documentElement.lang = locale();
