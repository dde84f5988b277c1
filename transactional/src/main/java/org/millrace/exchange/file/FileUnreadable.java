package org.millrace.exchange.file;

/** A file that is not what it should be; the message says where and what to do. */
public final class FileUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FileUnreadable(String message) {
    super(message);
  }

  FileUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
