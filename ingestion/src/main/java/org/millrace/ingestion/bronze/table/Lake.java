package org.millrace.ingestion.bronze.table;

import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/** Where the lake is: any URI that Hadoop's file systems know, or a local path. */
public record Lake(String uri) implements Serializable {

  /** The folder of a table. */
  public String folderOf(BronzeTable table) {
    return (uri.endsWith("/") ? uri : uri + "/") + table.path();
  }

  /** How this process sees file systems. */
  public static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    // Local checksum files would double the number of files; Parquet and the disk keep their own.
    hadoop.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
    return hadoop;
  }
}
