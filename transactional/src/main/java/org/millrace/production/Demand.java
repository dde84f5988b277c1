package org.millrace.production;

import org.millrace.shared.Code;

/** The document a work order was released for, such as {@code sales-order SO-000017}. */
public record Demand(String type, String number) {
  public Demand {
    type = Code.checked("type", "demand type", type, 40);
    number = Code.checked("number", "demand number", number, 120);
  }
}
