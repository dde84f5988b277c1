package org.millrace.web;

import java.util.List;

/** One page of a list and whether another follows. */
public record Page<T>(List<T> rows, int page, boolean more) {
  public Page {
    rows = List.copyOf(rows);
  }
}
