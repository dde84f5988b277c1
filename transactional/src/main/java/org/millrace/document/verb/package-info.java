/**
 * What the verbs of a document ask for.
 *
 * <p>Read {@link org.millrace.document.verb.LockedDocument} first. Imports shared and document.
 */
package org.millrace.document.verb;
