/**
 * The loop that keeps silver, gold and the marts up to bronze, in two refreshes of different pace.
 *
 * <p>Read {@link org.millrace.warehouse.refresh.TableRefresh} first. May import the catalog, the
 * lake, build and publish.
 */
package org.millrace.warehouse.refresh;
