package org.millrace.exchange.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** Opens a file as a table; what it is, its first bytes say, not its name. */
public final class OpenTable {
  private static final byte[] XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] TAR = {'u', 's', 't', 'a', 'r'};
  private static final int TAR_AT = 257;

  private OpenTable() {}

  /**
   * Opens the file.
   *
   * @throws FileUnreadable when it is empty, damaged or of another kind
   */
  public static Table open(Path file, String name, Charset charset, char delimiter) {
    try {
      byte[] first = first(new BufferedInputStream(Files.newInputStream(file)), name);
      if (startsWith(first, 0, ZIP)) {
        return new XlsxTable(file, name);
      }
      if (startsWith(first, 0, OLD_EXCEL)) {
        throw new FileUnreadable(name + " is an old Excel file (.xls): save it as .xlsx or CSV.");
      }
      return new CsvTable(unpacked(file, first, name), name, charset, delimiter);
    } catch (IOException e) {
      throw new FileUnreadable(
          name + " cannot be read: " + e.getMessage() + ". Get the file again and repeat.", e);
    }
  }

  private static InputStream unpacked(Path file, byte[] first, String name) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    InputStream text = raw;
    if (startsWith(first, 0, XZ)) {
      text = new BufferedInputStream(new XZInputStream(raw), 1 << 16);
    } else if (startsWith(first, 0, GZIP)) {
      text = new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
    }
    text.mark(1024);
    byte[] inner = text.readNBytes(512);
    text.reset();
    if (inner.length == 0) {
      throw new FileUnreadable(name + " is empty: there is not even a header line.");
    }
    if (startsWith(inner, TAR_AT, TAR)) {
      throw new FileUnreadable(name + " is a tar archive: unpack it and import the files in it.");
    }
    return text;
  }

  private static byte[] first(InputStream in, String name) throws IOException {
    try (in) {
      byte[] first = in.readNBytes(8);
      if (first.length == 0) {
        throw new FileUnreadable(name + " is empty: there is not even a header line.");
      }
      return first;
    }
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] magic) {
    return bytes.length >= at + magic.length
        && Arrays.equals(bytes, at, at + magic.length, magic, 0, magic.length);
  }
}
