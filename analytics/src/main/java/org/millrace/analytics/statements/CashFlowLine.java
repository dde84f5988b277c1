package org.millrace.analytics.statements;

/**
 * The lines of the cash flow statement by the indirect method, top down. Every amount is signed as
 * it acts on cash: receivables that rise are negative, debts that rise positive.
 */
public enum CashFlowLine {
  NET_INCOME("net_income", "Net income", "净利润"),
  DEPRECIATION("depreciation", "Depreciation", "折旧"),
  RECEIVABLES("receivables", "Change in receivables", "应收账款变动"),
  INVENTORY("inventory", "Change in inventory", "存货变动"),
  PAYABLES("payables", "Change in payables", "应付账款变动"),
  OTHER_WORKING_CAPITAL("other_working_capital", "Change in other working capital", "其他营运资金变动"),
  OPERATING("operating", "Cash flow from operations", "经营活动现金流量净额"),
  INVESTING("investing", "Cash flow from investing", "投资活动现金流量净额"),
  FINANCING("financing", "Cash flow from financing", "筹资活动现金流量净额"),
  NET_CHANGE("net_change", "Net change in cash", "现金净增加额"),
  OPENING_CASH("opening_cash", "Cash at the start", "期初现金余额"),
  CLOSING_CASH("closing_cash", "Cash at the end", "期末现金余额");

  private final String key;
  private final String nameEn;
  private final String nameZh;

  CashFlowLine(String key, String nameEn, String nameZh) {
    this.key = key;
    this.nameEn = nameEn;
    this.nameZh = nameZh;
  }

  /** The line that a change of the account goes to; each account but cash has exactly one. */
  static CashFlowLine of(Account account) {
    if (account.type() == AccountType.REVENUE || account.type() == AccountType.EXPENSE) {
      return NET_INCOME;
    }
    return switch (BalanceLine.of(account)) {
      case CASH -> NET_CHANGE;
      case RECEIVABLES -> RECEIVABLES;
      case INVENTORY -> INVENTORY;
      case FIXED_ASSETS -> account.reportsAs().startsWith("159") ? DEPRECIATION : INVESTING;
      case PAYABLES, RECEIVED_NOT_INVOICED -> PAYABLES;
      case LOANS, CAPITAL, RETAINED_EARNINGS -> FINANCING;
      default -> OTHER_WORKING_CAPITAL;
    };
  }

  /** Place from the top, from 1. */
  public int number() {
    return ordinal() + 1;
  }

  /** The key that tables and charts use. */
  public String key() {
    return key;
  }

  public String nameEn() {
    return nameEn;
  }

  public String nameZh() {
    return nameZh;
  }
}
