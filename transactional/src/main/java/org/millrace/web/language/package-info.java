/**
 * Refusals in the language of whoever asked: they are written in English where they arise, and said
 * in another language when the answer leaves.
 *
 * <p>Read {@link org.millrace.web.language.Language} first. Imports web and shared.
 */
package org.millrace.web.language;
