/**
 * The companies of this instance: opening their books, listing them.
 *
 * <p>Read {@link org.millrace.party.company.OpenBooks} first.
 */
package org.millrace.party.company;
