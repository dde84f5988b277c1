package org.millrace.ledger.rule;

/** What is posted by rule, by the event that it follows. */
enum RuleOfPosting {
  INVOICE("sales.invoice-posted"),
  CREDIT_NOTE("sales.credit-note-posted"),
  PAYMENT_OF_INVOICE("sales.payment-received"),
  REBATE("sales.rebate-agreement-changed"),
  GOODS("stock.goods-moved"),
  COST_DIFFERENCE("stock.cost-difference"),
  LATE_COST("stock.late-cost"),
  BILL("purchasing.supplier-invoice-posted"),
  RECEIPT("purchasing.order-received"),
  BILLS_WAIVED("purchasing.bills-waived"),
  PAYMENT_OF_BILL("purchasing.supplier-paid"),
  WORK_ORDER("production.work-order-costed"),
  ASSET("asset.asset-changed"),
  PAYMENT("settlement.payment-changed"),
  ALLOCATION("settlement.allocation-changed"),
  OPENING_ITEM("settlement.opening-item-changed"),
  OPENING("ledger.opening-changed"),
  REVALUATION("settlement.revaluation-posted"),
  BANK_BOOKING("bank.booking-changed");

  private final String code;

  RuleOfPosting(String code) {
    this.code = code;
  }

  /** As entries name it. */
  String code() {
    return code;
  }
}
