/**
 * Lists: what can be asked of one, how it is narrowed and sorted, and what it answers.
 *
 * <p>Read {@link org.millrace.document.list.ListRequest} first, then {@link
 * org.millrace.document.list.RowLists} for lists of rows that are no documents.
 */
@org.springframework.modulith.NamedInterface("list")
package org.millrace.document.list;
