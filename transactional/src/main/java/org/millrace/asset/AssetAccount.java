package org.millrace.asset;

/** What an act with an asset is booked to; the ledger knows the account of each. */
public enum AssetAccount {
  EQUIPMENT,
  ACCUMULATED_DEPRECIATION,
  DEPRECIATION,
  CASH,
  OPENING_BALANCES,
  REVALUATION_SURPLUS,
  REVALUATION_LOSS,
  RETAINED_EARNINGS,
  DISPOSAL_GAIN,
  DISPOSAL_LOSS
}
