package org.millrace.dashboards.superset;

import java.util.List;
import java.util.Locale;
import org.millrace.dashboards.superset.server.Kind;

/** What a publish did or would do, kind by kind, and which charts give no data. */
public record PublishReport(
    List<Change> changes, List<Leftovers.Leftover> leftovers, List<String> failures) {
  public PublishReport {
    changes = List.copyOf(changes);
    leftovers = List.copyOf(leftovers);
    failures = List.copyOf(failures);
  }

  /** How many objects were created or updated. */
  public long changed() {
    return changes.stream().filter(Change::isChange).count();
  }

  /** How many objects of a kind were created, updated or unchanged, in this order. */
  public List<Long> counts(Kind kind) {
    return List.of(
        count(kind, Change.Deed.CREATE),
        count(kind, Change.Deed.UPDATE),
        count(kind, Change.Deed.KEEP));
  }

  /** The table people read. */
  public String text() {
    StringBuilder text = new StringBuilder();
    changes.stream().filter(Change::isChange).forEach(c -> text.append(c).append('\n'));
    text.append(row("", "created", "updated", "unchanged", "left over"));
    for (Kind kind : Kind.values()) {
      List<Long> counts = counts(kind);
      long left = leftovers.stream().filter(l -> l.kind() == kind).count();
      text.append(row(kind.folder(), counts.get(0), counts.get(1), counts.get(2), left));
    }
    leftovers.forEach(l -> text.append("left over: ").append(l).append('\n'));
    failures.forEach(f -> text.append("no data: ").append(f).append('\n'));
    return text.append("changes: ").append(changed()).append('\n').toString();
  }

  private long count(Kind kind, Change.Deed deed) {
    return changes.stream().filter(c -> c.asset().kind() == kind && c.deed() == deed).count();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-12s%10s%10s%10s%10s%n", cells);
  }
}
