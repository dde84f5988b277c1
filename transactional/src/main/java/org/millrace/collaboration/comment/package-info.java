/**
 * Comments on documents; {@code @name} mentions a user, who is told.
 *
 * <p>Read {@link org.millrace.collaboration.comment.Comment} first.
 */
package org.millrace.collaboration.comment;
