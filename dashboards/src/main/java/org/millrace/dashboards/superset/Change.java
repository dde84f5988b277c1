package org.millrace.dashboards.superset;

import java.util.List;
import org.millrace.dashboards.superset.bundle.Asset;

/** What publishing does to one object, and in which parts it differs. */
record Change(Asset asset, Deed deed, List<String> parts) {
  Change {
    parts = List.copyOf(parts);
  }

  enum Deed {
    CREATE,
    UPDATE,
    KEEP
  }

  boolean isChange() {
    return deed != Deed.KEEP;
  }

  @Override
  public String toString() {
    String what = deed.name().toLowerCase(java.util.Locale.ROOT) + " " + asset.id();
    return parts.isEmpty() ? what : what + " (" + String.join(", ", parts) + ")";
  }
}
