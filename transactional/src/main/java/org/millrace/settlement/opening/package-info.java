/**
 * Open items taken over from an earlier system.
 *
 * <p>Read {@link org.millrace.settlement.OpeningItem} first.
 */
package org.millrace.settlement.opening;
