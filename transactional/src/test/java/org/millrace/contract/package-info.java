/**
 * Holds the event contracts against the code, against real events and against what was promised.
 *
 * <p>Read {@link org.millrace.contract.Contracts} first.
 */
package org.millrace.contract;
