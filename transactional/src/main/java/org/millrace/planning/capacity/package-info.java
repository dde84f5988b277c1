/**
 * Work centres, and the operations at them that make an item.
 *
 * <p>Read {@link org.millrace.planning.capacity.SetCapacity} first.
 */
package org.millrace.planning.capacity;
