/**
 * What lines of statements are booked as: proposals, acceptance, corrections by a person, undoing.
 *
 * <p>Read {@link org.millrace.bank.booking.BookLines} first; {@link
 * org.millrace.bank.booking.PartyMoney} is what it asks of settlements.
 */
package org.millrace.bank.booking;
