package org.millrace.paper;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a mail stands; the acts that each state allows are declared here alone. */
public enum MailStatus implements DocumentState<MailStatus.Act> {
  /** It waits for the mail server to take it. */
  QUEUED(Act.DELIVER, Act.RETRY, Act.CANCEL),
  /** The mail server took it. */
  SENT,
  /** The mail server refused it for good, or did not take it for days. */
  FAILED(Act.RETRY),
  CANCELLED;

  /** What can be done with a mail. */
  public enum Act implements DocumentAct {
    /** Handed to the mail server, by the core itself. */
    DELIVER("be handed over"),
    RETRY("be tried again"),
    CANCEL("be cancelled");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  private final Set<Act> allowed;

  MailStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return switch (this) {
      case QUEUED -> "Wait until it is sent, or cancel it.";
      case SENT -> "Send the document again from its page.";
      case FAILED -> "Try it again, or send the document to another address.";
      case CANCELLED -> "Send the document again from its page.";
    };
  }
}
