/**
 * Files of any layout as the rows that a list of the house takes: which columns of which files say
 * what, with which arithmetic, in which forms of numbers and dates.
 *
 * <p>Read {@link org.millrace.exchange.layout.ListMapping} first, then {@link
 * org.millrace.exchange.layout.MappedRows}. Imports shared and files.
 */
package org.millrace.exchange.layout;
