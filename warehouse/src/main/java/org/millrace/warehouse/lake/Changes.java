package org.millrace.warehouse.lake;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened to a table between two versions: the files that came, and every partition whose
 * rows may differ. Rewrites that keep the rows (compaction) are not counted.
 */
public record Changes(List<AddedFile> added, Set<Map<String, String>> partitions) {
  public Changes {
    added = List.copyOf(added);
    partitions = Set.copyOf(partitions);
  }

  public boolean isEmpty() {
    return partitions.isEmpty() && added.isEmpty();
  }
}
