package org.millrace.files;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;

/** The same files as Hadoop's {@code FileContext} wants them, by which Delta writes its log. */
public final class LocalContext extends ChecksumFs {

  /** Called by Hadoop. */
  public LocalContext(URI unused, Configuration hadoop) throws IOException, URISyntaxException {
    super(new Raw(hadoop));
  }

  private static final class Raw extends DelegateToFileSystem {
    private Raw(Configuration hadoop) throws IOException, URISyntaxException {
      super(FsConstants.LOCAL_FS_URI, new RawFiles(), hadoop, "file", false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public boolean isValidName(String name) {
      return true;
    }
  }
}
