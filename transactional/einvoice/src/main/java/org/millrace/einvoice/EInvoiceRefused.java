package org.millrace.einvoice;

/** A file that cannot be read as an electronic invoice; the message says where and why. */
public final class EInvoiceRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EInvoiceRefused(String message) {
    super(message);
  }

  public EInvoiceRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
