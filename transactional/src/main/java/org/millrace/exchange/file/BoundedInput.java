package org.millrace.exchange.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a file after unpacking, never more than allowed. */
final class BoundedInput extends FilterInputStream {
  private final String name;
  private final long most;
  private long read;

  BoundedInput(InputStream in, String name, long most) {
    super(in);
    this.name = name;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    count(Math.max(0, count));
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int more) {
    read += more;
    if (read > most) {
      throw new FileUnreadable(
          "%s is larger than %,d bytes when unpacked. Split it, or raise MILLRACE_IMPORT_MEGABYTES."
              .formatted(name, most));
    }
  }
}
