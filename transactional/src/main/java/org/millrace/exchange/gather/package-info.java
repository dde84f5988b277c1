/**
 * Rows of one document that stand apart in a file are brought together, in memory that does not
 * grow with it.
 *
 * <p>Read {@link org.millrace.exchange.gather.Scattered} first. Imports files.
 */
package org.millrace.exchange.gather;
