package org.millrace.paper.mail;

import java.util.List;
import org.millrace.paper.Mail;

/** Hands a mail to the mail server. */
interface Post {
  /** Says what the server said; never throws for what a server or the way to it can do. */
  Outcome send(Mail mail, List<byte[]> files);

  /** What came of it, with the answer of the server. */
  sealed interface Outcome {
    /** In the words of the server, or of who could not reach it. */
    String answer();

    /** The server has it. */
    record Taken(String answer) implements Outcome {}

    /** The server does not take it now. */
    record Postponed(String answer) implements Outcome {}

    /** The server will never take it. */
    record Refused(String answer) implements Outcome {}
  }
}
