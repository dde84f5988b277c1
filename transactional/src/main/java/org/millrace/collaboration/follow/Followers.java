package org.millrace.collaboration.follow;

import java.time.Instant;
import java.util.List;
import org.millrace.collaboration.Subject;

/** Who follows which documents. */
public interface Followers {
  /** A user and since when. */
  record Follower(String user, Instant since) {}

  List<Follower> of(Subject subject);

  /** Follows from now on; who follows already goes on. */
  void add(Subject subject, String user, Instant now);

  void remove(Subject subject, String user);
}
