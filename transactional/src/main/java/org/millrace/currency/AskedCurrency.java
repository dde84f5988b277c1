package org.millrace.currency;

import java.util.Currency;
import java.util.Optional;

/**
 * The currency of a document that is asked for.
 *
 * @param rate of a foreign one, where it is not the one of the day
 */
public record AskedCurrency(Currency currency, Optional<ExchangeRate> rate) {}
