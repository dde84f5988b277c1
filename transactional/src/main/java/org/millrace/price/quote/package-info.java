/**
 * What items cost: the best rule of all lists that fit.
 *
 * <p>Read {@link org.millrace.price.quote.QuotePrices} first. Imports the base package of price.
 */
package org.millrace.price.quote;
