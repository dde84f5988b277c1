/**
 * The items of a company with their bills of material: registering, changing, finding them.
 *
 * <p>Read {@link org.millrace.item.catalog.RegisterItems} first.
 */
package org.millrace.item.catalog;
