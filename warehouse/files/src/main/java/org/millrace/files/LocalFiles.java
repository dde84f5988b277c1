package org.millrace.files;

import java.util.Map;
import org.apache.hadoop.fs.LocalFileSystem;

/** The files of this machine with their checksums, as Hadoop's {@link LocalFileSystem}. */
public final class LocalFiles extends LocalFileSystem {

  /** Called by Hadoop. */
  public LocalFiles() {
    super(new RawFiles());
  }

  /** The settings by which Hadoop takes these for its own. */
  public static Map<String, String> settings() {
    return Map.of(
        "fs.file.impl", LocalFiles.class.getName(),
        "fs.AbstractFileSystem.file.impl", LocalContext.class.getName());
  }
}
