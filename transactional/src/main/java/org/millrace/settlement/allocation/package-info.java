/**
 * Open items of a party set off against each other.
 *
 * <p>Read {@link org.millrace.settlement.allocation.SetOff} first.
 */
package org.millrace.settlement.allocation;
