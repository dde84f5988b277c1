package org.millrace.cash.forecast;

import java.time.LocalDate;
import java.util.Currency;
import org.millrace.document.list.Listed;
import org.millrace.shared.Money;

/**
 * A week that has passed, as it was forecast and as the books moved: difference = actual -
 * forecast. Of the week in which a forecast was made the days after that one count.
 */
@Listed(
    searched = {"forecast", "account"},
    sorted = "-week",
    key = {"forecast", "account", "week"})
record CashOutcome(
    String key,
    String forecast,
    LocalDate forecastDate,
    String account,
    LocalDate week,
    Money forecastAmount,
    Money actualAmount,
    Money difference,
    Currency currency) {}
