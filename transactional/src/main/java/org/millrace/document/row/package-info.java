/**
 * Which rows of a table the row rules of a caller leave, as SQL.
 *
 * <p>Read {@link org.millrace.document.row.BoundSql} first. Imports nothing of ours.
 */
@org.springframework.modulith.NamedInterface("row")
package org.millrace.document.row;
