package org.millrace.analytics.statements;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The mini ledger of one January: capital paid in December, nine entries in January. */
final class MiniLedger {

  static final YearMonth DECEMBER = YearMonth.of(2025, 12);
  static final YearMonth JANUARY = YearMonth.of(2026, 1);

  static final Account CASH = new Account("1000", "Cash and bank", AccountType.ASSET);
  static final Account RECEIVABLE = new Account("1100", "Accounts receivable", AccountType.ASSET);
  static final Account INVENTORY = new Account("1200", "Inventory", AccountType.ASSET);
  static final Account EQUIPMENT = new Account("1500", "Equipment", AccountType.ASSET);
  static final Account WORN = new Account("1590", "Accumulated depreciation", AccountType.ASSET);
  static final Account PAYABLE = new Account("2000", "Accounts payable", AccountType.LIABILITY);
  static final Account LOANS = new Account("2500", "Loans", AccountType.LIABILITY);
  static final Account CAPITAL = new Account("3000", "Share capital", AccountType.EQUITY);
  static final Account SALES = new Account("4000", "Sales revenue", AccountType.REVENUE);
  static final Account RETURNS = new Account("4100", "Sales returns", AccountType.REVENUE);
  static final Account COST = new Account("5000", "Cost of goods sold", AccountType.EXPENSE);
  static final Account WAGES = new Account("6100", "Wages", AccountType.EXPENSE);
  static final Account DEPRECIATION = new Account("6200", "Depreciation", AccountType.EXPENSE);
  static final Account INTEREST = new Account("7000", "Interest expense", AccountType.EXPENSE);

  private final List<Posting> postings = new ArrayList<>();

  static List<Posting> postings() {
    return new MiniLedger()
        .entry(DECEMBER, CASH, CAPITAL, "100000")
        .entry(JANUARY, EQUIPMENT, CASH, "24000")
        .entry(JANUARY, INVENTORY, PAYABLE, "30000")
        .entry(JANUARY, RECEIVABLE, SALES, "50000")
        .entry(JANUARY, COST, INVENTORY, "20000")
        .entry(JANUARY, CASH, RECEIVABLE, "35000")
        .entry(JANUARY, PAYABLE, CASH, "18000")
        .entry(JANUARY, WAGES, CASH, "8000")
        .entry(JANUARY, DEPRECIATION, WORN, "1000")
        .entry(JANUARY, CASH, LOANS, "10000")
        .entry(JANUARY, INTEREST, CASH, "100")
        .postings;
  }

  static List<Posting> entry(
      YearMonth month, Account debited, Account credited, BigDecimal amount) {
    return List.of(
        new Posting(month, debited, amount, BigDecimal.ZERO),
        new Posting(month, credited, BigDecimal.ZERO, amount));
  }

  private MiniLedger entry(YearMonth month, Account debited, Account credited, String amount) {
    postings.addAll(entry(month, debited, credited, new BigDecimal(amount)));
    return this;
  }
}
