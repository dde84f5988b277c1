/**
 * Lists as CSV, workbooks and JSON, for people and other programs.
 *
 * <p>Read {@link org.millrace.exchange.export.Lists} first: what each list holds stands there.
 * Imports shared, rejects and mappings.
 */
package org.millrace.exchange.export;
