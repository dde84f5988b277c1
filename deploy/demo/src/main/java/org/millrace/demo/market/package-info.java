/**
 * What the demo company buys, makes and sells, and who buys when.
 *
 * <p>Read {@link org.millrace.demo.market.Catalogue} first.
 */
package org.millrace.demo.market;
