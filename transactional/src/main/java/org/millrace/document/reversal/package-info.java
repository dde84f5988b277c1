/**
 * Taking back what was posted: by a new document that names the one it reverses.
 *
 * <p>Read {@link org.millrace.document.reversal.PostedStatus} first.
 */
@org.springframework.modulith.NamedInterface("reversal")
package org.millrace.document.reversal;
