/**
 * Names, numbers, references and words as banks write them.
 *
 * <p>Read {@link org.millrace.bank.text.TextRuns} first. Imports the JDK alone.
 */
package org.millrace.bank.text;
