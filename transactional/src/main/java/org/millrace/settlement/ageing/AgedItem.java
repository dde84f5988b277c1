package org.millrace.settlement.ageing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.Side;
import org.millrace.shared.Money;

/**
 * An item that was open at the end of a day. Amounts are in the currency of the company, above 0
 * where the side is owed.
 *
 * @param daysLate 0 until it is due
 * @param bucket 0 when it is not due, then the number of the bucket
 * @param disputedAmount what of the open amount is disputed
 */
@Listed(
    searched = {"number", "party", "partyName", "reference"},
    sorted = "dueDate",
    key = {"kind", "number"})
record AgedItem(
    LocalDate asOf,
    Side side,
    ItemKind kind,
    String number,
    PartyCode party,
    String partyName,
    LocalDate itemDate,
    LocalDate dueDate,
    Optional<String> reference,
    int daysLate,
    int bucket,
    Money amount,
    Money openAmount,
    Money disputedAmount,
    Currency currency) {}
