package org.millrace.stock;

import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;

/** A place where goods lie. */
public record Location(LocationCode code, String name) {
  /** Stored in stock.location. */
  public static final DocumentKind<Location> KIND =
      DocumentKind.of(Location.class, "stock", "location")
          .searched("code", "name")
          .changeable()
          .build();

  public Location {
    name = Code.checked("name", "location name", name, 200);
  }
}
