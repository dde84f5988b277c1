/**
 * Parties that may be one and the same, proposed by name, numbers, phones and accounts.
 *
 * <p>Read {@link org.millrace.party.duplicate.Duplicate} first.
 */
package org.millrace.party.duplicate;
