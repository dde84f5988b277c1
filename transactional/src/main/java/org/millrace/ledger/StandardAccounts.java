package org.millrace.ledger.posting;

import org.millrace.ledger.AccountCode;

/** The accounts that rules name. */
final class AccountsInUse {
  static final AccountCode CASH = new AccountCode("1000");
  static final AccountCode RECEIVABLE = new AccountCode("1100");
  static final AccountCode INVENTORY = new AccountCode("1200");
  static final AccountCode WORK_IN_PROGRESS = new AccountCode("1250");
  static final AccountCode PAYABLE = new AccountCode("2000");
  static final AccountCode RECEIVED_NOT_INVOICED = new AccountCode("2100");
  static final AccountCode OPENING_BALANCES = new AccountCode("3950");
  static final AccountCode REVENUE = new AccountCode("4000");
  static final AccountCode RETURNS = new AccountCode("4100");
  static final AccountCode GOODS_SOLD = new AccountCode("5000");
  static final AccountCode ADJUSTMENTS = new AccountCode("5100");
  static final AccountCode PRICE_VARIANCE = new AccountCode("5200");
  static final AccountCode SERVICE_PARTS = new AccountCode("6400");

  private AccountsInUse() {}
}
