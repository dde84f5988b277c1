package org.millrace.einvoice.rules;

/**
 * What a rule says of a document: the rule's id as its publisher names it ({@code BR-CO-10}), its
 * text, and the place as a path of elements.
 */
public record Finding(String rule, Severity severity, String text, String place) {
  /** An error refuses the document; the others are told. */
  public enum Severity {
    ERROR,
    WARNING,
    INFORMATION
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
