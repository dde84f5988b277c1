package org.millrace.ingestion.bronze;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millrace.ingestion.outbox.OutboxRow;

/** Events of one domain that the outbox has and bronze lacks, and the span they lie in. */
public record Gap(String domain, long missing, long firstPosition, long lastPosition) {

  static List<Gap> of(List<OutboxRow> rows) {
    Map<String, Gap> gaps = new TreeMap<>();
    for (OutboxRow row : rows) {
      String domain = row.event().kind().domain();
      gaps.merge(domain, new Gap(domain, 1, row.position(), row.position()), Gap::and);
    }
    return new ArrayList<>(gaps.values());
  }

  private Gap and(Gap other) {
    return new Gap(
        domain,
        missing + other.missing,
        Math.min(firstPosition, other.firstPosition),
        Math.max(lastPosition, other.lastPosition));
  }

  @Override
  public String toString() {
    return "%d of %s (positions %d to %d)".formatted(missing, domain, firstPosition, lastPosition);
  }
}
