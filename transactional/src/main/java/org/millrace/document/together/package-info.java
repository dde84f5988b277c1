/**
 * Many documents made in one transaction by the verb of their kind: numbers come in blocks, masters
 * are read once, rows and events are written together.
 *
 * <p>Read {@link org.millrace.document.together.MadeTogether} first. Imports the kernel and
 * database.
 */
@org.springframework.modulith.NamedInterface("together")
package org.millrace.document.together;
