/**
 * What is open of documents and what exchange differences come to.
 *
 * <p>Read {@link org.millrace.scenario.exchange.ExchangeExpectations} first.
 */
package org.millrace.scenario.exchange;
