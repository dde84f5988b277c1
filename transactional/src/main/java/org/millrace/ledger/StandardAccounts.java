package org.millrace.ledger;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The accounts that the rules of posting and the import of a history book to. */
public final class StandardAccounts {
  public static final AccountCode CASH = new AccountCode("1000");
  public static final AccountCode CASH_ADJUSTMENT = new AccountCode("1090");
  public static final AccountCode RECEIVABLE = new AccountCode("1100");
  public static final AccountCode SETTLEMENT_CLEARING = new AccountCode("1150");
  public static final AccountCode RECEIVABLE_ADJUSTMENT = new AccountCode("1190");
  public static final AccountCode INVENTORY = new AccountCode("1200");
  public static final AccountCode WORK_IN_PROGRESS = new AccountCode("1250");
  public static final AccountCode INPUT_TAX = new AccountCode("1300");
  public static final AccountCode INPUT_TAX_PENDING = new AccountCode("1310");
  public static final AccountCode BILLED_NOT_RECEIVED = new AccountCode("1320");
  public static final AccountCode EQUIPMENT = new AccountCode("1500");
  public static final AccountCode ACCUMULATED_DEPRECIATION = new AccountCode("1590");
  public static final AccountCode PAYABLE = new AccountCode("2000");
  public static final AccountCode PAYABLE_ADJUSTMENT = new AccountCode("2090");
  public static final AccountCode RECEIVED_NOT_INVOICED = new AccountCode("2100");
  public static final AccountCode OUTPUT_TAX = new AccountCode("2200");
  public static final AccountCode OUTPUT_TAX_PENDING = new AccountCode("2210");
  public static final AccountCode PREPAYMENTS = new AccountCode("2300");
  public static final AccountCode REBATES_OWED = new AccountCode("2400");
  public static final AccountCode REVALUATION_SURPLUS = new AccountCode("3500");
  public static final AccountCode RETAINED_EARNINGS = new AccountCode("3900");
  public static final AccountCode OPENING_BALANCES = new AccountCode("3950");
  public static final AccountCode REVENUE = new AccountCode("4000");
  public static final AccountCode RETURNS = new AccountCode("4100");
  public static final AccountCode DISCOUNTS_ALLOWED = new AccountCode("4200");
  public static final AccountCode REBATES = new AccountCode("4250");
  public static final AccountCode DISPOSAL_GAIN = new AccountCode("4500");
  public static final AccountCode EXCHANGE_GAINS = new AccountCode("4600");
  public static final AccountCode UNREALISED_GAINS = new AccountCode("4610");
  public static final AccountCode GOODS_SOLD = new AccountCode("5000");
  public static final AccountCode ADJUSTMENTS = new AccountCode("5100");
  public static final AccountCode PRICE_VARIANCE = new AccountCode("5200");
  public static final AccountCode PRODUCTION_LOSSES = new AccountCode("5250");
  public static final AccountCode LABOUR_ABSORBED = new AccountCode("5500");
  public static final AccountCode OVERHEAD_ABSORBED = new AccountCode("5510");
  public static final AccountCode TAX_NOT_DEDUCTIBLE = new AccountCode("5300");
  public static final AccountCode TAX_DIFFERENCES = new AccountCode("5310");
  public static final AccountCode DISCOUNTS_RECEIVED = new AccountCode("5400");
  public static final AccountCode OPERATING_EXPENSES = new AccountCode("6000");
  public static final AccountCode DEPRECIATION = new AccountCode("6200");
  public static final AccountCode BAD_DEBT = new AccountCode("6300");
  public static final AccountCode SERVICE_PARTS = new AccountCode("6400");
  public static final AccountCode BANK_FEES = new AccountCode("6700");
  public static final AccountCode DISPOSAL_LOSS = new AccountCode("6500");
  public static final AccountCode REVALUATION_LOSS = new AccountCode("6600");
  public static final AccountCode EXCHANGE_LOSSES = new AccountCode("6800");
  public static final AccountCode UNREALISED_LOSSES = new AccountCode("6810");

  private static final SortedMap<String, AccountCode> ROLES = named();

  private StandardAccounts() {}

  /** What the rules of posting need an account for, by its word: {@code received-not-invoiced}. */
  public static SortedMap<String, AccountCode> roles() {
    return ROLES;
  }

  private static SortedMap<String, AccountCode> named() {
    SortedMap<String, AccountCode> roles = new TreeMap<>();
    for (Field field : StandardAccounts.class.getDeclaredFields()) {
      if (field.getType() == AccountCode.class) {
        try {
          String word = field.getName().toLowerCase(Locale.ROOT).replace('_', '-');
          roles.put(word, (AccountCode) field.get(null));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("The accounts are constants of this class", e);
        }
      }
    }
    return Collections.unmodifiableSortedMap(roles);
  }
}
