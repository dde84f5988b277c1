package org.millrace.paper.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;

/** The mails that wait for the mail server, and the files of all mails. */
interface MailQueue {
  /** Which mail of which company. */
  record Waiting(CompanyCode company, DocumentNumber number) {}

  /** Puts a mail in, or moves the moment when it is due; nobody is at it then. */
  void put(Waiting mail, Instant dueAt);

  /**
   * Takes a mail out.
   *
   * @return false when somebody is at it
   */
  boolean leave(Waiting mail, Instant now);

  /** Takes a mail out, whoever is at it. */
  void done(Waiting mail);

  /** The mail that is due first; nobody else gets it until that moment. */
  Optional<Waiting> take(Instant now, Instant until);

  /** Keeps the files of a mail in their order. */
  void keep(Waiting mail, List<byte[]> files);

  /** The files of a mail in their order. */
  List<byte[]> files(Waiting mail);
}
