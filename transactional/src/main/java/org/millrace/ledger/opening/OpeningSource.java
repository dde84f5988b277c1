package org.millrace.ledger.opening;

import java.util.Currency;
import org.millrace.document.list.Listed;
import org.millrace.shared.Money;

/**
 * What documents of one kind left on the account of opening balances. All sources together come to
 * zero when everything is taken over; what they come to is still to be taken over on the other
 * side, or is a mistake. Amounts are in the currency of the company.
 *
 * @param id domain and type of the documents: {@code settlement.opening-item}
 * @param entries how many entries that are
 */
@Listed(searched = "id", sorted = "id", key = "id")
record OpeningSource(
    String id, int entries, Money debit, Money credit, Money balance, Currency currency) {}
