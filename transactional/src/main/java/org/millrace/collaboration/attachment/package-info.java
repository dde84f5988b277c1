/**
 * Files attached to documents, stored once by what is in them.
 *
 * <p>Read {@link org.millrace.collaboration.attachment.AttachedFile} first: which files may be
 * attached.
 */
package org.millrace.collaboration.attachment;
