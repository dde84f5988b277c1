/**
 * The price lists of a company: adding, changing, finding them.
 *
 * <p>Read {@link org.millrace.price.list.KeepPriceLists} first. Imports the base package of price.
 */
package org.millrace.price.list;
