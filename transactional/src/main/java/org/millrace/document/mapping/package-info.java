/**
 * Which value of a record stands in which column.
 *
 * <p>Read {@link org.millrace.document.mapping.RecordMapping} first. Imports shared only.
 */
package org.millrace.document.mapping;
