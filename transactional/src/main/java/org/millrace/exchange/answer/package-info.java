/**
 * What an import tells, whatever it imports.
 *
 * <p>Read {@link org.millrace.exchange.answer.ImportedRows} first.
 */
package org.millrace.exchange.answer;
