package org.millrace.ledger.period;

import java.util.Currency;
import org.millrace.document.list.Listed;
import org.millrace.shared.Money;

/**
 * A fiscal year of the books and what was earned in it, in the currency of the company; months are
 * written like {@code 2026-04}, the first one tells the year.
 *
 * @param openMonths months that are not closed, up to the one that runs
 * @param result revenue less expense
 * @param earlierResults the results of all years before, which the balance sheet shows beside it
 */
@Listed(searched = "name", sorted = "-firstMonth", key = "first_month")
record ListedFiscalYear(
    String firstMonth,
    String lastMonth,
    String name,
    PeriodStatus status,
    int openMonths,
    Money revenue,
    Money expense,
    Money result,
    Money earlierResults,
    Currency currency) {}
