package org.millrace.bank.booking;

import org.millrace.bank.StatementNumber;

/** Names a line of a statement: {@code BS-000001/3}. */
record LineRef(StatementNumber statement, int line) {
  static LineRef of(String text) {
    int slash = text.lastIndexOf('/');
    return new LineRef(
        new StatementNumber(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return statement + "/" + line;
  }
}
