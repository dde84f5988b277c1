package org.millrace.document.number;

import org.millrace.shared.Code;

/** Names a document within a company and kind. */
public record DocumentNumber(String value) implements Code {
  public DocumentNumber {
    value = Code.checked("number", value, 80);
  }

  @Override
  public String toString() {
    return value;
  }
}
