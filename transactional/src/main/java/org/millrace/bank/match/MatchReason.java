package org.millrace.bank.match;

/** By what a line was matched, the surest first. */
public enum MatchReason {
  DUPLICATE,
  BATCH_DETAILS,
  RETURNED,
  REFERENCE,
  NUMBER,
  NUMBER_OTHER_PAYER,
  NUMBER_LIKE,
  REVERSAL_PAIR,
  TEXT_RULE,
  ACCOUNT_NUMBER,
  LEARNED,
  PARTNER,
  WRONG_REFERENCE,
  SUM_OF_ITEMS,
  LINES_TOGETHER,
  PAYMENT_RUN,
  AMOUNT_ONLY,
  PAID_ALREADY,
  ON_ACCOUNT,
  UNMATCHED
}
