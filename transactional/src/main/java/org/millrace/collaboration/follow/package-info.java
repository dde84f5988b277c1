/**
 * Who follows which documents, and the inbox of each user: comments that mention the user, and what
 * happened to documents that the user follows.
 *
 * <p>Read {@link org.millrace.collaboration.follow.Inbox} first.
 */
@org.springframework.modulith.NamedInterface("follow")
package org.millrace.collaboration.follow;
