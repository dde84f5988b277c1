package org.millrace.bank.booking;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.match.OpenItem;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** Open items of partners, and the payments that settle them. */
interface PartyMoney {
  /** All that is open in a currency, those due first before the others. */
  List<OpenItem> open(CompanyCode company, Currency currency);

  /**
   * Posts payments; the numbers of them in their order.
   *
   * @throws org.millrace.shared.Refused when less is open than is to be settled
   */
  List<String> pay(CompanyCode company, List<Asked> payments);

  /** Takes a payment back on a day, so that what it settled is open again. */
  void takeBack(CompanyCode company, String payment, String reason, Optional<LocalDate> date);

  /**
   * Money of a party with the sign of the bank; what no part settles stays on account.
   *
   * @param fee what the bank kept
   * @param account of the ledger that holds the money
   */
  record Asked(
      PartyCode party,
      LocalDate date,
      Money amount,
      Money fee,
      String account,
      String reference,
      List<Part> parts) {
    public Asked {
      parts = List.copyOf(parts);
    }
  }

  /** Money for an item and what is let go beside it, all with the sign of the item. */
  record Part(String item, Money money, Money discount, Money writeOff) {}
}
