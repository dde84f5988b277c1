package org.millrace.einvoice.pdf;

/** A page that is no XHTML, with the place where it is not. */
public final class MalformedPage extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedPage(String message, Throwable cause) {
    super(message, cause);
  }
}
