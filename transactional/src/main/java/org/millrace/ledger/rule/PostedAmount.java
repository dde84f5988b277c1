package org.millrace.ledger.rule;

import java.util.Optional;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.StandardAccounts;

/**
 * All that the rules of posting book: which rule debits or credits which account with what. An
 * amount below zero changes its side. Without an account, the document itself names it.
 */
enum PostedAmount {
  /** Gross amount, less what was prepaid. */
  INVOICE_RECEIVABLE(RuleOfPosting.INVOICE, Side.DEBIT, StandardAccounts.RECEIVABLE),
  /** Prepayment invoices that it deducts, net. */
  INVOICE_PREPAID(RuleOfPosting.INVOICE, Side.DEBIT, StandardAccounts.PREPAYMENTS),
  /** Net amount by line. */
  INVOICE_REVENUE(RuleOfPosting.INVOICE, Side.CREDIT, StandardAccounts.REVENUE),
  /** Net amount of a prepayment invoice. */
  INVOICE_PREPAYMENT(RuleOfPosting.INVOICE, Side.CREDIT, StandardAccounts.PREPAYMENTS),
  /** Net amount of a rebate billed back. */
  INVOICE_REBATE(RuleOfPosting.INVOICE, Side.CREDIT, StandardAccounts.REBATES_OWED),
  /** Tax that the invoice makes due. */
  INVOICE_TAX(RuleOfPosting.INVOICE, Side.CREDIT, StandardAccounts.OUTPUT_TAX),
  /** Tax that the payment will make due. */
  INVOICE_TAX_PENDING(RuleOfPosting.INVOICE, Side.CREDIT, StandardAccounts.OUTPUT_TAX_PENDING),
  /** Gross amount, below 0. */
  CREDIT_NOTE_RECEIVABLE(RuleOfPosting.CREDIT_NOTE, Side.DEBIT, StandardAccounts.RECEIVABLE),
  /** Net amount by line, below 0. */
  CREDIT_NOTE_RETURNS(RuleOfPosting.CREDIT_NOTE, Side.CREDIT, StandardAccounts.RETURNS),
  /** Net amount of a prepayment taken back, below 0. */
  CREDIT_NOTE_PREPAYMENT(RuleOfPosting.CREDIT_NOTE, Side.CREDIT, StandardAccounts.PREPAYMENTS),
  /** Net amount of a rebate paid out, below 0. */
  CREDIT_NOTE_REBATE(RuleOfPosting.CREDIT_NOTE, Side.CREDIT, StandardAccounts.REBATES_OWED),
  /** Tax that is no longer due, below 0. */
  CREDIT_NOTE_TAX(RuleOfPosting.CREDIT_NOTE, Side.CREDIT, StandardAccounts.OUTPUT_TAX),
  /** Tax that will not become due, below 0. */
  CREDIT_NOTE_TAX_PENDING(
      RuleOfPosting.CREDIT_NOTE, Side.CREDIT, StandardAccounts.OUTPUT_TAX_PENDING),
  /** Money that came. */
  MONEY_IN_BANK(RuleOfPosting.PAYMENT_OF_INVOICE, Side.DEBIT, StandardAccounts.CASH),
  /** Money that another payment or allocation holds. */
  MONEY_IN_CLEARING(
      RuleOfPosting.PAYMENT_OF_INVOICE, Side.DEBIT, StandardAccounts.SETTLEMENT_CLEARING),
  /** What it settles of the invoice. */
  MONEY_IN_SETTLED(RuleOfPosting.PAYMENT_OF_INVOICE, Side.CREDIT, StandardAccounts.RECEIVABLE),
  /** Discount for early payment, without tax. */
  MONEY_IN_DISCOUNT(
      RuleOfPosting.PAYMENT_OF_INVOICE, Side.DEBIT, StandardAccounts.DISCOUNTS_ALLOWED),
  /** What is written off, without tax. */
  MONEY_IN_WRITE_OFF(RuleOfPosting.PAYMENT_OF_INVOICE, Side.DEBIT, StandardAccounts.BAD_DEBT),
  /** Fee of the bank. */
  MONEY_IN_FEE(RuleOfPosting.PAYMENT_OF_INVOICE, Side.DEBIT, StandardAccounts.BANK_FEES),
  /** Tax that falls with discount and write-off. */
  MONEY_IN_TAX_LESS(RuleOfPosting.PAYMENT_OF_INVOICE, Side.DEBIT, StandardAccounts.OUTPUT_TAX),
  /** Tax that the payment makes due. */
  MONEY_IN_TAX_RELEASED(
      RuleOfPosting.PAYMENT_OF_INVOICE, Side.DEBIT, StandardAccounts.OUTPUT_TAX_PENDING),
  /** Gain of exchange. */
  MONEY_IN_GAIN(RuleOfPosting.PAYMENT_OF_INVOICE, Side.CREDIT, StandardAccounts.EXCHANGE_GAINS),
  /** Loss of exchange. */
  MONEY_IN_LOSS(RuleOfPosting.PAYMENT_OF_INVOICE, Side.DEBIT, StandardAccounts.EXCHANGE_LOSSES),
  /** What customers earned more, below 0 what is taken back. */
  REBATE_EARNED(RuleOfPosting.REBATE, Side.DEBIT, StandardAccounts.REBATES),
  /** The same, owed to them until it is credited. */
  REBATE_OWED(RuleOfPosting.REBATE, Side.CREDIT, StandardAccounts.REBATES_OWED),
  /** Value of what came, below 0 of what left. */
  GOODS_STOCK(RuleOfPosting.GOODS, Side.DEBIT, StandardAccounts.INVENTORY),
  /** Goods from suppliers, or back to them. */
  GOODS_SUPPLIED(RuleOfPosting.GOODS, Side.CREDIT, StandardAccounts.RECEIVED_NOT_INVOICED),
  /** Goods to customers, or back from them. */
  GOODS_SOLD(RuleOfPosting.GOODS, Side.CREDIT, StandardAccounts.GOODS_SOLD),
  /** Parts used in service. */
  GOODS_SERVICED(RuleOfPosting.GOODS, Side.CREDIT, StandardAccounts.SERVICE_PARTS),
  /** Differences of counts, revaluations. */
  GOODS_COUNTED(RuleOfPosting.GOODS, Side.CREDIT, StandardAccounts.ADJUSTMENTS),
  /** Stock taken over. */
  GOODS_OPENING(RuleOfPosting.GOODS, Side.CREDIT, StandardAccounts.OPENING_BALANCES),
  /** Materials into work orders, goods made. */
  GOODS_WORK(RuleOfPosting.GOODS, Side.CREDIT, StandardAccounts.WORK_IN_PROGRESS),
  /** Goods taken apart. */
  GOODS_TAKEN_APART(RuleOfPosting.GOODS, Side.CREDIT, StandardAccounts.PRODUCTION_LOSSES),
  /** Goods used up without a work order. */
  GOODS_USED(RuleOfPosting.GOODS, Side.CREDIT, StandardAccounts.OPERATING_EXPENSES),
  /** Difference to the standard cost. */
  GOODS_VARIANCE(RuleOfPosting.GOODS, Side.CREDIT, StandardAccounts.PRICE_VARIANCE),
  /** Later cost of goods that are there. */
  DIFFERENCE_STOCK(RuleOfPosting.COST_DIFFERENCE, Side.DEBIT, StandardAccounts.INVENTORY),
  /** Later cost of goods that are gone. */
  DIFFERENCE_SOLD(RuleOfPosting.COST_DIFFERENCE, Side.CREDIT, StandardAccounts.GOODS_SOLD),
  /** Value of what came, below 0 of what left. */
  LATE_STOCK(RuleOfPosting.LATE_COST, Side.DEBIT, StandardAccounts.INVENTORY),
  /** Goods from suppliers, or back to them. */
  LATE_SUPPLIED(RuleOfPosting.LATE_COST, Side.CREDIT, StandardAccounts.RECEIVED_NOT_INVOICED),
  /** Goods to customers, or back from them. */
  LATE_SOLD(RuleOfPosting.LATE_COST, Side.CREDIT, StandardAccounts.GOODS_SOLD),
  /** Parts used in service. */
  LATE_SERVICED(RuleOfPosting.LATE_COST, Side.CREDIT, StandardAccounts.SERVICE_PARTS),
  /** Differences of counts, revaluations. */
  LATE_COUNTED(RuleOfPosting.LATE_COST, Side.CREDIT, StandardAccounts.ADJUSTMENTS),
  /** Stock taken over. */
  LATE_OPENING(RuleOfPosting.LATE_COST, Side.CREDIT, StandardAccounts.OPENING_BALANCES),
  /** Materials into work orders, goods made. */
  LATE_WORK(RuleOfPosting.LATE_COST, Side.CREDIT, StandardAccounts.WORK_IN_PROGRESS),
  /** Goods taken apart. */
  LATE_TAKEN_APART(RuleOfPosting.LATE_COST, Side.CREDIT, StandardAccounts.PRODUCTION_LOSSES),
  /** Goods used up without a work order. */
  LATE_USED(RuleOfPosting.LATE_COST, Side.CREDIT, StandardAccounts.OPERATING_EXPENSES),
  /** Difference to the standard cost. */
  LATE_VARIANCE(RuleOfPosting.LATE_COST, Side.CREDIT, StandardAccounts.PRICE_VARIANCE),
  /** Net amount of goods that came, with tax that is not deductible. */
  BILL_GOODS(RuleOfPosting.BILL, Side.DEBIT, StandardAccounts.RECEIVED_NOT_INVOICED),
  /** Net amount of goods that are still to come. */
  BILL_TO_COME(RuleOfPosting.BILL, Side.DEBIT, StandardAccounts.BILLED_NOT_RECEIVED),
  /** Charges, and what services cost more than ordered, on the account of the line. */
  BILL_CHARGE(RuleOfPosting.BILL, Side.DEBIT),
  /** Difference of goods that went back. */
  BILL_VARIANCE(RuleOfPosting.BILL, Side.DEBIT, StandardAccounts.PRICE_VARIANCE),
  /** Gain of exchange since the receipt. */
  BILL_GAIN(RuleOfPosting.BILL, Side.CREDIT, StandardAccounts.EXCHANGE_GAINS),
  /** Loss of exchange since the receipt. */
  BILL_LOSS(RuleOfPosting.BILL, Side.DEBIT, StandardAccounts.EXCHANGE_LOSSES),
  /** Tax that is deductible. */
  BILL_TAX(RuleOfPosting.BILL, Side.DEBIT, StandardAccounts.INPUT_TAX),
  /** Tax that the payment makes deductible. */
  BILL_TAX_PENDING(RuleOfPosting.BILL, Side.DEBIT, StandardAccounts.INPUT_TAX_PENDING),
  /** Printed tax less computed tax. */
  BILL_TAX_DIFFERENCE(RuleOfPosting.BILL, Side.DEBIT, StandardAccounts.TAX_DIFFERENCES),
  /** Tax owed in the supplier's place. */
  BILL_SELF_ASSESSED(RuleOfPosting.BILL, Side.CREDIT, StandardAccounts.OUTPUT_TAX),
  /** Gross amount. */
  BILL_PAYABLE(RuleOfPosting.BILL, Side.CREDIT, StandardAccounts.PAYABLE),
  /** Goods that were billed before; services below 0. */
  RECEIPT_NOT_INVOICED(RuleOfPosting.RECEIPT, Side.DEBIT, StandardAccounts.RECEIVED_NOT_INVOICED),
  /** Goods that were billed before. */
  RECEIPT_BILLED_BEFORE(RuleOfPosting.RECEIPT, Side.CREDIT, StandardAccounts.BILLED_NOT_RECEIVED),
  /** Services and expense items at the ordered price, on the account of the line. */
  RECEIPT_SERVICE(RuleOfPosting.RECEIPT, Side.DEBIT),
  /** Services that nobody will bill. */
  WAIVED_NOT_INVOICED(
      RuleOfPosting.BILLS_WAIVED, Side.DEBIT, StandardAccounts.RECEIVED_NOT_INVOICED),
  /** The same, on the account of the line. */
  WAIVED_SERVICE(RuleOfPosting.BILLS_WAIVED, Side.CREDIT),
  /** What it settles of the bill. */
  MONEY_OUT_SETTLED(RuleOfPosting.PAYMENT_OF_BILL, Side.DEBIT, StandardAccounts.PAYABLE),
  /** Money that went. */
  MONEY_OUT_BANK(RuleOfPosting.PAYMENT_OF_BILL, Side.CREDIT, StandardAccounts.CASH),
  /** Money that another payment or allocation holds. */
  MONEY_OUT_CLEARING(
      RuleOfPosting.PAYMENT_OF_BILL, Side.CREDIT, StandardAccounts.SETTLEMENT_CLEARING),
  /** Discount for early payment and what is let off, without tax. */
  MONEY_OUT_DISCOUNT(
      RuleOfPosting.PAYMENT_OF_BILL, Side.CREDIT, StandardAccounts.DISCOUNTS_RECEIVED),
  /** Deductible tax that falls with it. */
  MONEY_OUT_TAX_LESS(RuleOfPosting.PAYMENT_OF_BILL, Side.CREDIT, StandardAccounts.INPUT_TAX),
  /** Tax that the payment makes deductible. */
  MONEY_OUT_TAX_RELEASED(
      RuleOfPosting.PAYMENT_OF_BILL, Side.CREDIT, StandardAccounts.INPUT_TAX_PENDING),
  /** Tax that falls and was not deductible. */
  MONEY_OUT_NOT_DEDUCTIBLE(
      RuleOfPosting.PAYMENT_OF_BILL, Side.CREDIT, StandardAccounts.TAX_NOT_DEDUCTIBLE),
  /** Tax owed in the supplier's place that falls. */
  MONEY_OUT_SELF_ASSESSED(RuleOfPosting.PAYMENT_OF_BILL, Side.DEBIT, StandardAccounts.OUTPUT_TAX),
  /** Gain of exchange. */
  MONEY_OUT_GAIN(RuleOfPosting.PAYMENT_OF_BILL, Side.CREDIT, StandardAccounts.EXCHANGE_GAINS),
  /** Loss of exchange. */
  MONEY_OUT_LOSS(RuleOfPosting.PAYMENT_OF_BILL, Side.DEBIT, StandardAccounts.EXCHANGE_LOSSES),
  /** Labour and overhead, less losses. */
  WORK_ORDER(RuleOfPosting.WORK_ORDER, Side.DEBIT, StandardAccounts.WORK_IN_PROGRESS),
  /** Labour. */
  WORK_LABOUR(RuleOfPosting.WORK_ORDER, Side.CREDIT, StandardAccounts.LABOUR_ABSORBED),
  /** Overhead. */
  WORK_OVERHEAD(RuleOfPosting.WORK_ORDER, Side.CREDIT, StandardAccounts.OVERHEAD_ABSORBED),
  /** Abnormal scrap, what is left at the close. */
  WORK_LOSS(RuleOfPosting.WORK_ORDER, Side.DEBIT, StandardAccounts.PRODUCTION_LOSSES),
  /** Cost, below 0 at the disposal. */
  ASSET_COST(RuleOfPosting.ASSET, Side.DEBIT, StandardAccounts.EQUIPMENT),
  /** Depreciation, below 0 at the disposal. */
  ASSET_WORN(RuleOfPosting.ASSET, Side.CREDIT, StandardAccounts.ACCUMULATED_DEPRECIATION),
  /** Depreciation of the period. */
  ASSET_DEPRECIATION(RuleOfPosting.ASSET, Side.DEBIT, StandardAccounts.DEPRECIATION),
  /** What is paid, below 0 what it is sold for. */
  ASSET_MONEY(RuleOfPosting.ASSET, Side.CREDIT, StandardAccounts.CASH),
  /** An asset taken over. */
  ASSET_OPENING(RuleOfPosting.ASSET, Side.CREDIT, StandardAccounts.OPENING_BALANCES),
  /** Revaluation upwards. */
  ASSET_SURPLUS(RuleOfPosting.ASSET, Side.CREDIT, StandardAccounts.REVALUATION_SURPLUS),
  /** Revaluation downwards. */
  ASSET_IMPAIRED(RuleOfPosting.ASSET, Side.DEBIT, StandardAccounts.REVALUATION_LOSS),
  /** Surplus that a disposal sets free. */
  ASSET_RETAINED(RuleOfPosting.ASSET, Side.CREDIT, StandardAccounts.RETAINED_EARNINGS),
  /** Gain of the disposal. */
  ASSET_GAIN(RuleOfPosting.ASSET, Side.CREDIT, StandardAccounts.DISPOSAL_GAIN),
  /** Loss of the disposal. */
  ASSET_LOSS(RuleOfPosting.ASSET, Side.DEBIT, StandardAccounts.DISPOSAL_LOSS),
  /** Money, on the account of the bank. */
  PAYMENT_BANK(RuleOfPosting.PAYMENT, Side.DEBIT),
  /** Money on account of customers. */
  PAYMENT_RECEIVABLES(RuleOfPosting.PAYMENT, Side.CREDIT, StandardAccounts.RECEIVABLE),
  /** Money on account of suppliers. */
  PAYMENT_PAYABLES(RuleOfPosting.PAYMENT, Side.DEBIT, StandardAccounts.PAYABLE),
  /** What settles single documents. */
  PAYMENT_CLEARING(RuleOfPosting.PAYMENT, Side.CREDIT, StandardAccounts.SETTLEMENT_CLEARING),
  /** Fee of the bank. */
  PAYMENT_FEES(RuleOfPosting.PAYMENT, Side.DEBIT, StandardAccounts.BANK_FEES),
  /** Gain of exchange. */
  PAYMENT_GAIN(RuleOfPosting.PAYMENT, Side.CREDIT, StandardAccounts.EXCHANGE_GAINS),
  /** Loss of exchange. */
  PAYMENT_LOSS(RuleOfPosting.PAYMENT, Side.DEBIT, StandardAccounts.EXCHANGE_LOSSES),
  /** Money on account of customers. */
  SET_OFF_RECEIVABLES(RuleOfPosting.ALLOCATION, Side.CREDIT, StandardAccounts.RECEIVABLE),
  /** Money on account of suppliers. */
  SET_OFF_PAYABLES(RuleOfPosting.ALLOCATION, Side.DEBIT, StandardAccounts.PAYABLE),
  /** What settles single documents. */
  SET_OFF_CLEARING(RuleOfPosting.ALLOCATION, Side.CREDIT, StandardAccounts.SETTLEMENT_CLEARING),
  /** Gain of exchange. */
  SET_OFF_GAIN(RuleOfPosting.ALLOCATION, Side.CREDIT, StandardAccounts.EXCHANGE_GAINS),
  /** Loss of exchange. */
  SET_OFF_LOSS(RuleOfPosting.ALLOCATION, Side.DEBIT, StandardAccounts.EXCHANGE_LOSSES),
  /** Money on account of customers. */
  TAKEN_OVER_RECEIVABLES(RuleOfPosting.OPENING_ITEM, Side.CREDIT, StandardAccounts.RECEIVABLE),
  /** Money on account of suppliers. */
  TAKEN_OVER_PAYABLES(RuleOfPosting.OPENING_ITEM, Side.DEBIT, StandardAccounts.PAYABLE),
  /** Items taken over. */
  TAKEN_OVER_OPENING(RuleOfPosting.OPENING_ITEM, Side.CREDIT, StandardAccounts.OPENING_BALANCES),
  /** Balances of accounts taken over. */
  OPENING_BALANCE(RuleOfPosting.OPENING, Side.DEBIT),
  /** What their debits exceed their credits by. */
  OPENING_DIFFERENCE(RuleOfPosting.OPENING, Side.CREDIT, StandardAccounts.OPENING_BALANCES),
  /** Receivables in other currencies at the closing rate. */
  CLOSING_RATE_RECEIVABLES_ADJUSTED(
      RuleOfPosting.REVALUATION, Side.DEBIT, StandardAccounts.RECEIVABLE_ADJUSTMENT),
  /** Payables in other currencies at the closing rate. */
  CLOSING_RATE_PAYABLES_ADJUSTED(
      RuleOfPosting.REVALUATION, Side.CREDIT, StandardAccounts.PAYABLE_ADJUSTMENT),
  /** Money in other currencies at the closing rate. */
  CLOSING_RATE_BANK_ADJUSTED(
      RuleOfPosting.REVALUATION, Side.DEBIT, StandardAccounts.CASH_ADJUSTMENT),
  /** Gain until the next month. */
  CLOSING_RATE_UNREALISED_GAIN(
      RuleOfPosting.REVALUATION, Side.CREDIT, StandardAccounts.UNREALISED_GAINS),
  /** Loss until the next month. */
  CLOSING_RATE_UNREALISED_LOSS(
      RuleOfPosting.REVALUATION, Side.DEBIT, StandardAccounts.UNREALISED_LOSSES),
  /** Expense of a bank line with its tax, against the account of the bank. */
  BANK_LINE(RuleOfPosting.BANK_BOOKING, Side.DEBIT);

  /** Where an amount above zero stands. */
  enum Side {
    DEBIT,
    CREDIT
  }

  private final RuleOfPosting rule;
  private final Side side;
  private final Optional<AccountCode> account;

  PostedAmount(RuleOfPosting rule, Side side, AccountCode account) {
    this(rule, side, Optional.of(account));
  }

  PostedAmount(RuleOfPosting rule, Side side) {
    this(rule, side, Optional.empty());
  }

  PostedAmount(RuleOfPosting rule, Side side, Optional<AccountCode> account) {
    this.rule = rule;
    this.side = side;
    this.account = account;
  }

  RuleOfPosting rule() {
    return rule;
  }

  Side side() {
    return side;
  }

  /** Of the standard chart. */
  Optional<AccountCode> account() {
    return account;
  }
}
