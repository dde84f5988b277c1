/**
 * Groups of items and how the goods of each are valued.
 *
 * <p>Read {@link org.millrace.item.group.GroupItems} first.
 */
package org.millrace.item.group;
