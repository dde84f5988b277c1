/**
 * Files of banks as tables, so that they come in as all lists do.
 *
 * <p>Read {@link org.millrace.exchange.bank.CamtAsTable} first.
 */
package org.millrace.exchange.bank;
