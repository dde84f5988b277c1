package org.millrace.settlement.ageing;

import java.time.LocalDate;
import java.util.Currency;
import org.millrace.document.list.Listed;
import org.millrace.party.PartyCode;
import org.millrace.settlement.Side;
import org.millrace.shared.Money;

/**
 * What a party owes, or is owed, at the end of a day, by the days since it was due. What is
 * disputed and what was paid on account stand apart; total = the sum of all. Amounts are in the
 * currency of the company, above 0 where the side is owed.
 *
 * @param key side, day and party, by which it is asked for
 * @param late1 late by the days of the first bucket, and so on
 * @param onAccount paid and not yet set off, which lowers the total
 * @param buckets the days of the buckets
 */
@Listed(
    searched = {"party", "partyName"},
    sorted = "-total",
    key = {"key"})
record Ageing(
    String key,
    LocalDate asOf,
    Side side,
    PartyCode party,
    String partyName,
    Money notDue,
    Money late1,
    Money late2,
    Money late3,
    Money late4,
    Money late5,
    Money disputed,
    Money onAccount,
    Money total,
    Currency currency,
    String buckets) {}
