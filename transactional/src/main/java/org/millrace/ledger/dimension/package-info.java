/**
 * What stands on the accounts by dimension, and orders whose lines name values.
 *
 * <p>Read {@link org.millrace.ledger.dimension.DimensionTotal} first.
 */
package org.millrace.ledger.dimension;
