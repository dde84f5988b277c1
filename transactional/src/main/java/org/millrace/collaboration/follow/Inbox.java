package org.millrace.collaboration.follow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What users are told. */
interface Inbox {
  /** Why a user is told. */
  enum Reason {
    /** A comment names the user. */
    MENTIONED,
    /** Somebody wrote on a document that the user follows. */
    COMMENTED,
    /** Something happened to a document that the user follows. */
    HAPPENED
  }

  /**
   * Something told about a document.
   *
   * @param event the type of the event, where one happened
   * @param text what was written, where somebody wrote
   */
  record Message(
      Instant at,
      Reason reason,
      String company,
      String kind,
      String number,
      String by,
      Optional<String> event,
      Optional<String> text) {}

  /** The latest messages of a user, at most so many. */
  List<Message> latest(String user, int most);

  /** Up to when the user has seen them; empty before the first time. */
  Optional<Instant> seenUntil(String user);

  /** Notes that the user has seen all that was told up to then. */
  void see(String user, Instant until);
}
