/**
 * What is told with a file of the rows in it is held against the file.
 *
 * <p>Read {@link org.millrace.exchange.control.ControlTotals} first. Imports files.
 */
package org.millrace.exchange.control;
