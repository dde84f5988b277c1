package org.millrace.exchange.file;

import java.util.List;
import org.millrace.settings.ImportLimits;

/**
 * What is expected of a file: how its text is written, the columns without which it does not fit,
 * those it may have, and how large it may be.
 */
public record TableForm(
    TextForm text, List<String> needed, List<String> optional, ImportLimits limits) {
  public TableForm {
    needed = List.copyOf(needed);
    optional = List.copyOf(optional);
  }

  boolean uses(String column) {
    return needed.contains(column) || optional.contains(column);
  }

  /** The same with another delimiter. */
  public TableForm delimitedBy(char other) {
    return new TableForm(text.delimitedBy(other), needed, optional, limits);
  }
}
