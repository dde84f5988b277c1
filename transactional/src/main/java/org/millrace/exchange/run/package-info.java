/**
 * The one way in which a file is imported, whatever it holds: it is opened, its rows are taken one
 * after the other, those that do not fit go to the reject list, and what came of it is told.
 *
 * <p>Read {@link org.millrace.exchange.run.ImportRun} first. What becomes of a row decides a {@link
 * org.millrace.exchange.run.RowsTaker} of each kind of import.
 */
package org.millrace.exchange.run;
