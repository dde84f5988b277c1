/**
 * Works out taxes of lines that stand in no document, by codes or by taxes that are named.
 *
 * <p>Read {@link org.millrace.tax.quote.CalculationsHttp} first. Stores nothing.
 */
package org.millrace.tax.quote;
