package org.millrace.ingestion.bronze.table;

import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.millrace.files.LocalFiles;
import org.millrace.files.RawFiles;

/** Where the lake is: any URI that Hadoop's file systems know, or a local path. */
public record Lake(String uri) implements Serializable {

  /** The folder of a table. */
  public String folderOf(BronzeTable table) {
    return (uri.endsWith("/") ? uri : uri + "/") + table.path();
  }

  /** How this process sees file systems. */
  public static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    hadoop.setClassLoader(LocalFiles.class.getClassLoader()); // on a cluster, that of the job
    LocalFiles.settings().forEach(hadoop::set);
    // Local checksum files would double the number of files; Parquet and the disk keep their own.
    hadoop.set("fs.file.impl", RawFiles.class.getName());
    return hadoop;
  }
}
