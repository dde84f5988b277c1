package org.millrace.exchange.history.row;

import org.millrace.exchange.reject.Rejects.NewReject;

/** Carries what is wrong with one field up to the row. */
final class Wrong extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient NewReject why;

  Wrong(NewReject why) {
    super(why.reason(), null, false, false);
    this.why = why;
  }

  NewReject why() {
    return why;
  }
}
