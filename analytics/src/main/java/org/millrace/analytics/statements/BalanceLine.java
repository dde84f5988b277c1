package org.millrace.analytics.statements;

/**
 * The lines of the balance sheet, top down. Assets are positive; so are liabilities and equity. An
 * account stands on one line; a result adds up lines above it.
 */
public enum BalanceLine {
  CASH("cash", "Cash and bank", "货币资金"),
  RECEIVABLES("receivables", "Accounts receivable", "应收账款"),
  INVENTORY("inventory", "Inventory and work in progress", "存货及在产品"),
  OTHER_CURRENT_ASSETS("other_current_assets", "Other current assets", "其他流动资产"),
  FIXED_ASSETS("fixed_assets", "Fixed assets, net", "固定资产净值"),
  TOTAL_ASSETS("total_assets", "Total assets", "资产总计"),
  PAYABLES("payables", "Accounts payable", "应付账款"),
  RECEIVED_NOT_INVOICED("received_not_invoiced", "Goods received not invoiced", "暂估应付款"),
  OTHER_CURRENT_LIABILITIES("other_current_liabilities", "Other current liabilities", "其他流动负债"),
  LOANS("loans", "Loans", "借款"),
  TOTAL_LIABILITIES("total_liabilities", "Total liabilities", "负债合计"),
  CAPITAL("capital", "Share capital", "实收资本"),
  RETAINED_EARNINGS("retained_earnings", "Retained earnings and profit", "未分配利润"),
  TOTAL_EQUITY("total_equity", "Total equity", "所有者权益合计"),
  TOTAL_LIABILITIES_AND_EQUITY(
      "total_liabilities_and_equity", "Total liabilities and equity", "负债和所有者权益总计");

  private final String key;
  private final String nameEn;
  private final String nameZh;

  BalanceLine(String key, String nameEn, String nameZh) {
    this.key = key;
    this.nameEn = nameEn;
    this.nameZh = nameZh;
  }

  /** The line of an account; revenue and expense are profit that equity keeps. */
  static BalanceLine of(Account account) {
    return switch (account.type()) {
      case ASSET -> asset(account.reportsAs());
      case LIABILITY -> liability(account.reportsAs());
      case EQUITY -> account.reportsAs().startsWith("39") ? RETAINED_EARNINGS : CAPITAL;
      case REVENUE, EXPENSE -> RETAINED_EARNINGS;
    };
  }

  private static BalanceLine asset(String code) {
    return switch (group(code)) {
      case "10" -> CASH;
      case "11" -> RECEIVABLES;
      case "12" -> INVENTORY;
      case "15", "16", "17", "18", "19" -> FIXED_ASSETS;
      default -> OTHER_CURRENT_ASSETS;
    };
  }

  private static BalanceLine liability(String code) {
    return switch (group(code)) {
      case "20" -> PAYABLES;
      case "21" -> RECEIVED_NOT_INVOICED;
      case "25", "26", "27", "28", "29" -> LOANS;
      default -> OTHER_CURRENT_LIABILITIES;
    };
  }

  private static String group(String code) {
    return code.substring(0, Math.min(2, code.length()));
  }

  /** True when the line counts what the firm has, which the books hold as debit. */
  boolean isAsset() {
    return compareTo(TOTAL_ASSETS) <= 0;
  }

  /** True for a line that adds up lines above it. */
  public boolean isResult() {
    return switch (this) {
      case TOTAL_ASSETS, TOTAL_LIABILITIES, TOTAL_EQUITY, TOTAL_LIABILITIES_AND_EQUITY -> true;
      default -> false;
    };
  }

  /** The result that this line is a part of. */
  BalanceLine total() {
    if (isAsset()) {
      return TOTAL_ASSETS;
    }
    return compareTo(TOTAL_LIABILITIES) < 0 ? TOTAL_LIABILITIES : TOTAL_EQUITY;
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
