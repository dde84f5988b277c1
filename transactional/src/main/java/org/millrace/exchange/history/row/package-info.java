/**
 * Rows of a sales history as a mapping reads them.
 *
 * <p>Read {@link org.millrace.exchange.history.row.ReadRow} first. Imports shared, files, mappings
 * and rejects.
 */
package org.millrace.exchange.history.row;
