/**
 * Currencies: rates of exchange, and amounts of documents that are not in the currency of the
 * company.
 *
 * <p>Read {@link org.millrace.currency.ExchangeRate} and {@link
 * org.millrace.currency.ForeignAmounts} first.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::number",
      "party"
    })
package org.millrace.currency;
