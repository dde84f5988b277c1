/**
 * Answers which rules of EN 16931 the figures of an electronic invoice break.
 *
 * <p>Read {@link org.millrace.tax.check.ChecksHttp} first.
 */
package org.millrace.tax.check;
