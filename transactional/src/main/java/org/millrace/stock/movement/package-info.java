/**
 * Moving goods and keeping what follows: movements, balances, values.
 *
 * <p>Read {@link org.millrace.stock.movement.MoveGoods} first.
 */
package org.millrace.stock.movement;
