/**
 * How lists are searched: one text made of the searched columns of a document, with an index of its
 * own on every table.
 *
 * <p>Read {@link org.millrace.document.search.SearchText} first.
 */
package org.millrace.document.search;
