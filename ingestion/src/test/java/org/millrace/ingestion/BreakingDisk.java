package org.millrace.ingestion;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * A local disk whose writes fail as a page of a mapped file does while the file of a variable is
 * there: of the errors of the virtual machine that Flink ends a worker for.
 */
public final class BreakingDisk extends RawLocalFileSystem {

  static final String FLAG = "MILLRACE_TEST_BREAKS";

  @Override
  public URI getUri() {
    return URI.create("breaking:///");
  }

  @Override
  public String getScheme() {
    return "breaking";
  }

  @Override
  protected OutputStream createOutputStreamWithMode(Path path, boolean append, FsPermission mode)
      throws IOException {
    return new FilterOutputStream(super.createOutputStreamWithMode(path, append, mode)) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        breakWhereAsked();
        out.write(bytes, from, count);
      }

      @Override
      public void write(int one) throws IOException {
        breakWhereAsked();
        out.write(one);
      }
    };
  }

  private static void breakWhereAsked() {
    String flag = System.getenv(FLAG);
    if (flag != null && Files.exists(java.nio.file.Path.of(flag))) {
      throw new InternalError("a page of the file could not be reached");
    }
  }
}
