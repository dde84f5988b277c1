package org.millrace.settlement.behaviour;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.party.PartyCode;
import org.millrace.settlement.Side;
import org.millrace.shared.Money;

/**
 * How promptly the bills of the last months, twelve unless the company set another number, were
 * paid that one party owed the company, or the company to it, by whatever settled them. All figures
 * weigh by amount. What is neither settled nor overdue says nothing yet and is left out.
 *
 * @param key joins side and party by a colon
 * @param items of which something was settled or is overdue
 * @param averageDaysToPay from the date of the bill until it was settled, with 1 decimal
 * @param averageDaysLate days for which money was owed after it was due, until today where it still
 *     is; what came early counts as 0, what bounced as owed from then on; with 1 decimal
 * @param onTimePercent what was settled by the day it was due and did not bounce after, 0 to 100
 * @param overdueAmount what is owed today and was due before
 * @param longestDaysOverdue of that
 * @param score 100 less the average days late, at least 0, with 1 decimal
 */
@Listed(
    searched = {"party", "partyName"},
    sorted = "score",
    key = "key")
record PaymentBehaviour(
    String key,
    Side side,
    PartyCode party,
    String partyName,
    int items,
    Optional<BigDecimal> averageDaysToPay,
    BigDecimal averageDaysLate,
    BigDecimal onTimePercent,
    Money overdueAmount,
    Optional<Integer> longestDaysOverdue,
    BigDecimal score,
    Currency currency) {}
