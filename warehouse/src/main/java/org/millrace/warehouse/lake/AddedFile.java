package org.millrace.warehouse.lake;

import java.util.Map;

/** A data file that a commit added: its full path, the partition it lies in, its rows. */
public record AddedFile(
    String path, Map<String, String> partition, long rows, long bytes, long modifiedAt) {
  public AddedFile {
    partition = Map.copyOf(partition);
  }
}
