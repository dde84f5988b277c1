package org.millrace.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;

/**
 * What is not settled of a document: above 0 where it is owed to the company, below 0 where the
 * company owes it.
 *
 * @param reference the number under which the other party knows it, if it is told
 * @param amount all of the document in the currency of the company
 * @param openAmount what is left of it
 * @param disputedAmount what of that is disputed, with its sign
 * @param documentCurrency in which the document is, and the next two amounts are
 */
@Listed(
    searched = {"number", "party", "partyName", "reference"},
    sorted = "dueDate",
    key = {"kind", "number"})
public record OpenItem(
    ItemKind kind,
    String number,
    Side side,
    PartyCode party,
    String partyName,
    LocalDate itemDate,
    LocalDate dueDate,
    Optional<String> reference,
    @Amount Money amount,
    @Amount Money openAmount,
    @Amount Money disputedAmount,
    Currency currency,
    Currency documentCurrency,
    @Amount(in = "documentCurrency") BigDecimal documentAmount,
    @Amount(in = "documentCurrency") BigDecimal documentOpenAmount) {
  /** Its name. */
  public ItemRef ref() {
    return new ItemRef(kind, number);
  }
}
