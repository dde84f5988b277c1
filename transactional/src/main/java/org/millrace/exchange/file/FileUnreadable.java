package org.millrace.exchange.file;

import java.util.List;
import org.millrace.shared.Refused;

/** A file that is not what it should be; the message says where and what to do. */
public final class FileUnreadable extends Refused {
  private static final long serialVersionUID = 1L;

  public FileUnreadable(String message) {
    super(Reason.INVALID, message, List.of());
  }

  FileUnreadable(String message, Throwable cause) {
    this(message);
    initCause(cause);
  }
}
