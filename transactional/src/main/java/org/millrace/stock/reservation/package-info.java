/**
 * What open documents plan to move, and what of it is reserved: shares of the goods on hand, handed
 * out by the day wanted, of one day by priority, then in the order in which documents first
 * planned.
 *
 * <p>Read {@link org.millrace.stock.reservation.Claims} first: nothing reserved is stored, it
 * follows from what lies there and what is planned. Imports the base package of stock.
 */
package org.millrace.stock.reservation;
