/**
 * Documents as PDF in the language of who gets them, from templates that are files of XHTML ({@code
 * resources/papers}): a file a kind, with parts that they share and a file of words.
 *
 * <p>Read {@link org.millrace.paper.print.PrintDocuments} first.
 */
package org.millrace.paper.print;
