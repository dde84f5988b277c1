/**
 * Lists that planners keep in a spreadsheet: every row is one command.
 *
 * <p>Read {@link org.millrace.exchange.list.ImportList} first; the lists are the classes that
 * implement {@link org.millrace.exchange.list.ImportedList}.
 */
package org.millrace.exchange.list;
