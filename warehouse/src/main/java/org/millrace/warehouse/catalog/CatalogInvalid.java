package org.millrace.warehouse.catalog;

import java.util.List;

/** The table folders cannot be used; the message lists every problem as file:line. */
public final class CatalogInvalid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CatalogInvalid(List<String> problems) {
    super(
        "The table folders have "
            + problems.size()
            + (problems.size() == 1 ? " problem:\n" : " problems:\n")
            + String.join("\n", problems));
  }
}
