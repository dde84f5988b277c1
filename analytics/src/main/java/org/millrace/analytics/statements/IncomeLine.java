package org.millrace.analytics.statements;

/**
 * The lines of the income statement, top down. Every amount is signed as it acts on profit: revenue
 * is positive, returns and costs are negative, and a result is the sum of the lines above it.
 */
public enum IncomeLine {
  REVENUE("revenue", "Revenue", "营业收入"),
  RETURNS("returns", "Sales returns", "销售退回"),
  NET_REVENUE("net_revenue", "Net revenue", "营业净收入"),
  COST_OF_GOODS_SOLD("cost_of_goods_sold", "Cost of goods sold", "营业成本"),
  GROSS_PROFIT("gross_profit", "Gross profit", "毛利"),
  STOCK_ADJUSTMENTS("stock_adjustments", "Inventory adjustments", "存货调整"),
  PRICE_VARIANCE("price_variance", "Purchase price variance", "采购价格差异"),
  OPERATING_EXPENSES("operating_expenses", "Operating expenses", "营业费用"),
  WAGES("wages", "Wages", "工资"),
  DEPRECIATION("depreciation", "Depreciation", "折旧"),
  BAD_DEBT("bad_debt", "Bad debt expense", "坏账损失"),
  SERVICE_PARTS("service_parts", "Service parts cost", "售后配件成本"),
  OTHER_EXPENSES("other_expenses", "Other operating expenses", "其他营业费用"),
  EBIT("ebit", "Operating profit (EBIT)", "息税前利润"),
  INTEREST("interest", "Interest expense", "利息费用"),
  EBT("ebt", "Profit before tax (EBT)", "税前利润"),
  TAX("tax", "Income tax", "所得税"),
  NET_INCOME("net_income", "Net income", "净利润");

  private final String key;
  private final String nameEn;
  private final String nameZh;

  IncomeLine(String key, String nameEn, String nameZh) {
    this.key = key;
    this.nameEn = nameEn;
    this.nameZh = nameZh;
  }

  /** The line of a revenue or expense account; each such account has exactly one. */
  static IncomeLine of(Account account) {
    if (account.type() == AccountType.REVENUE) {
      return account.reportsAs().startsWith("41") ? RETURNS : REVENUE;
    }
    String code = account.reportsAs();
    return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
      case '5' -> costOfGoods(code);
      case '7' -> INTEREST;
      case '8' -> TAX;
      default ->
          switch (code) {
            case "6000" -> OPERATING_EXPENSES;
            case "6100" -> WAGES;
            case "6200" -> DEPRECIATION;
            case "6300" -> BAD_DEBT;
            case "6400" -> SERVICE_PARTS;
            default -> OTHER_EXPENSES;
          };
    };
  }

  /** What was sold makes the gross profit; what was found, lost or billed otherwise does not. */
  private static IncomeLine costOfGoods(String code) {
    if (code.startsWith("51")) {
      return STOCK_ADJUSTMENTS;
    }
    if (code.startsWith("53") || code.startsWith("54")) {
      return OTHER_EXPENSES; // tax that is not got back, discounts received
    }
    return code.startsWith("52") ? PRICE_VARIANCE : COST_OF_GOODS_SOLD;
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

  /** True for a line that adds up the lines above it. */
  public boolean isResult() {
    return switch (this) {
      case NET_REVENUE, GROSS_PROFIT, EBIT, EBT, NET_INCOME -> true;
      default -> false;
    };
  }
}
