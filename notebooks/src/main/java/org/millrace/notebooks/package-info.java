/**
 * What a notebook needs besides Tablesaw: gold tables as Tablesaw tables, a figure as the boards
 * show it, and the program that runs notebooks without a browser.
 *
 * <p>Read {@link org.millrace.notebooks.Gold} first. May import the calculations of analytics and
 * the table catalog.
 */
package org.millrace.notebooks;
