/**
 * Which line of a document a row of a file means.
 *
 * <p>Read {@link org.millrace.exchange.line.LinesByItem} first. Imports the kernel.
 */
package org.millrace.exchange.line;
