/**
 * Numbers of documents, without gaps, as each company wants them to look.
 *
 * <p>Read {@link org.millrace.document.number.DocumentNumbers} first. Imports shared and document.
 */
@org.springframework.modulith.NamedInterface("number")
package org.millrace.document.number;
