package org.millrace.stock;

import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;

/**
 * A place where goods lie.
 *
 * @param quarantine why goods that lie there are held; absent where they are free
 */
public record Location(LocationCode code, String name, Optional<String> quarantine) {
  /** Stored in stock.location. */
  public static final DocumentKind<Location> KIND =
      DocumentKind.of(Location.class, "stock", "location")
          .searched("code", "name")
          .changeable()
          .build();

  public Location {
    name = Code.checked("name", "location name", name, 200);
    quarantine =
        quarantine
            .map(String::strip)
            .filter(why -> !why.isEmpty())
            .map(why -> Code.checked("quarantine", why, 200));
  }

  /** A location whose goods are free. */
  public Location(LocationCode code, String name) {
    this(code, name, Optional.empty());
  }
}
