package org.millrace.collaboration.comment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.collaboration.Subject;

/** The comments on documents. */
interface Comments {
  void add(Subject subject, Comment comment);

  /** Those on a document, the oldest first. */
  List<Comment> of(Subject subject);

  /** Withdraws a comment of that author; empty when there is none. */
  Optional<Comment> withdraw(Subject subject, UUID id, String author, Instant now);

  /** Those of the names, in small letters, that no user has who may log in. */
  List<String> unknown(List<String> names);
}
