package org.millrace.settlement;

/** What a settlement is booked to; the ledger knows the account of each. */
public enum SettlementAccount {
  /** The account of the bank that the payment names. */
  BANK,
  RECEIVABLES,
  PAYABLES,
  /** Between a payment and what it settles; nothing is left there. */
  CLEARING,
  BANK_FEES,
  /** Gains or losses, by the sign. */
  EXCHANGE_DIFFERENCE,
  OPENING_BALANCES,
  /** Beside the control accounts and the bank, until the next month begins. */
  RECEIVABLES_ADJUSTMENT,
  PAYABLES_ADJUSTMENT,
  BANK_ADJUSTMENT,
  UNREALISED_DIFFERENCE;

  /** The control account of a side. */
  public static SettlementAccount of(Side side) {
    return side == Side.RECEIVABLES ? RECEIVABLES : PAYABLES;
  }
}
