package org.millrace.bank.booking;

import java.util.Currency;
import java.util.List;
import org.millrace.bank.match.OpenItem;
import org.millrace.shared.CompanyCode;

/** What the company has to pay. */
public final class PayableItems {
  private final PartyMoney money;

  PayableItems(PartyMoney money) {
    this.money = money;
  }

  /** Open items in a currency that are owed to others, those due first before the others. */
  public List<OpenItem> payable(CompanyCode company, Currency currency) {
    return money.open(company, currency).stream()
        .filter(item -> item.amount().isNegative())
        .filter(item -> !item.ref().startsWith("payment ") && !item.ref().startsWith("credit-note"))
        .toList();
  }
}
