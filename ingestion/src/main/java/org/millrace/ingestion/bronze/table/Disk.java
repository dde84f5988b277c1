package org.millrace.ingestion.bronze.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FSError;

/**
 * The border to Hadoop's file systems. The local one throws {@link FSError}, an Error, when a disk
 * is full or broken; Flink takes an Error for the end of its worker. Here it becomes what it is: an
 * input or output that failed and may be tried again.
 */
final class Disk {

  private Disk() {}

  /** Something that reads or writes files. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does work that tells of files by {@link IOException}. */
  static <T> T io(Work<T, IOException> work) throws IOException {
    try {
      return work.run();
    } catch (FSError failed) {
      throw failure(failed);
    }
  }

  /** Does work that tells of files by exceptions nobody has to declare. */
  static <T> T unchecked(Work<T, RuntimeException> work) {
    try {
      return work.run();
    } catch (FSError failed) {
      throw new UncheckedIOException(failure(failed));
    }
  }

  static IOException failure(FSError failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    return new IOException("The file system failed: " + cause.getMessage(), failed);
  }
}
