/**
 * Commands that are made of others: each part is carried out as if it had come alone.
 *
 * <p>Read {@link org.millrace.web.part.Parts} first. Imports shared and the problem answers of web.
 */
@org.springframework.modulith.NamedInterface("part")
package org.millrace.web.part;
