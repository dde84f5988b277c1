package org.millrace.ledger.opening;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Chart;
import org.millrace.ledger.StandardAccounts;

/**
 * Which accounts have a balance that is taken over as a sum: those of the balance sheet that no
 * documents tell one by one.
 */
record OpenableAccounts(Chart chart) {
  /** How else the balance of an account comes in, by its place in the standard chart. */
  private static final Map<AccountCode, String> DOORS = doors();

  private static Map<AccountCode, String> doors() {
    Map<AccountCode, String> doors = new LinkedHashMap<>();
    doors.put(
        StandardAccounts.RECEIVABLE,
        "another account; what customers owe is taken over by opening items, side receivables");
    doors.put(
        StandardAccounts.PAYABLE,
        "another account; what suppliers are owed is taken over by opening items, side payables");
    doors.put(
        StandardAccounts.PREPAYMENTS,
        "another account; prepayments are taken over by opening items below 0, side receivables");
    doors.put(
        StandardAccounts.REBATES_OWED,
        "another account; rebates are taken over by rebate agreements and their accruals");
    doors.put(
        StandardAccounts.INVENTORY,
        "another account; stock is taken over by movements with the reason opening and a unit"
            + " cost");
    doors.put(
        StandardAccounts.RECEIVED_NOT_INVOICED,
        "another account; goods received and not billed are taken over by purchase orders and"
            + " their receipts");
    doors.put(
        StandardAccounts.BILLED_NOT_RECEIVED,
        "another account; goods billed and not received are taken over by purchase orders and"
            + " their bills");
    doors.put(
        StandardAccounts.WORK_IN_PROGRESS,
        "another account; work in progress is taken over by work orders and what they use");
    doors.put(
        StandardAccounts.EQUIPMENT,
        "another account; fixed assets are taken over by assets with openingThrough");
    doors.put(
        StandardAccounts.ACCUMULATED_DEPRECIATION,
        "another account; depreciation is taken over by assets with openingDepreciation");
    doors.put(
        StandardAccounts.OPENING_BALANCES,
        "another account; what debits and credits differ by goes there by itself");
    return doors;
  }

  /** What was expected in place of an account whose balance is not taken over so. */
  Optional<String> instead(Account account) {
    for (Map.Entry<AccountCode, String> door : DOORS.entrySet()) {
      if (standing(door.getKey()).filter(account.code()::equals).isPresent()) {
        return Optional.of(door.getValue());
      }
    }
    return switch (account.type()) {
      case REVENUE, EXPENSE ->
          Optional.of(
              "an account of the balance sheet: an opening touches no income, what was earned"
                  + " before is on retained earnings"
                  + standing(StandardAccounts.RETAINED_EARNINGS)
                      .map(code -> " (" + code + ")")
                      .orElse(""));
      case ASSET, LIABILITY, EQUITY -> {
        if (account.control()) {
          yield Optional.of("an account without documents of its own; take those over one by one");
        }
        yield account.closed() ? Optional.of("an account that is not closed") : Optional.empty();
      }
    };
  }

  /** The account that stands for one of the standard chart, where any does. */
  private Optional<AccountCode> standing(AccountCode standard) {
    return Optional.ofNullable(chart.roles().get(standard))
        .or(() -> chart.isOwn() ? Optional.empty() : Optional.of(standard));
  }
}
