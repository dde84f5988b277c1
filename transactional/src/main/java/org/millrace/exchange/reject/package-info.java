/**
 * Rows of files that could not be read, kept until they are corrected and imported again.
 *
 * <p>Read {@link org.millrace.exchange.reject.Rejects} first. Imports shared and the foundation.
 */
package org.millrace.exchange.reject;
