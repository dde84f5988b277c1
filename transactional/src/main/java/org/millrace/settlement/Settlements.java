package org.millrace.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;

/** What other domains may ask of settlements, within a running transaction. */
public interface Settlements {
  /** All open items of a company, those that fall due first before the others. */
  List<OpenItem> openItems(CompanyCode company);

  /**
   * Posts payments in the order given; each is one entry in the books, and settles its items.
   *
   * @throws org.millrace.shared.Refused when a party or an item is unknown, or less is open than is
   *     to be settled
   */
  List<Versioned<PartyPayment>> pay(CompanyCode company, List<NewSettlement> payments);

  /**
   * Takes a payment back; what it settled is open again.
   *
   * @throws org.millrace.shared.Refused as conflict when it is reversed already, or its money on
   *     account is used
   */
  Versioned<PartyPayment> reverse(
      CompanyCode company, DocumentNumber payment, String reason, Optional<LocalDate> date);
}
