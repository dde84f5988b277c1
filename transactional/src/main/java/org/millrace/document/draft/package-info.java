/**
 * The life of a document that is drafted first: changed as a draft, then posted or cancelled.
 *
 * <p>Read {@link org.millrace.document.draft.DraftStatus} first.
 */
@org.springframework.modulith.NamedInterface("draft")
package org.millrace.document.draft;
