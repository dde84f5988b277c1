/**
 * Open items: listed, held while they are settled, settled by the verbs of their domains.
 *
 * <p>Read {@link org.millrace.settlement.item.SettleItems} first.
 */
package org.millrace.settlement.item;
