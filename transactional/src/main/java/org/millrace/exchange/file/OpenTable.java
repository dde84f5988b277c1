package org.millrace.exchange.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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

  /** What the strongest preset of xz needs; a file may ask for much more. */
  private static final int MOST_XZ_KILOBYTES = 72 << 10;

  private OpenTable() {}

  /**
   * Opens the file.
   *
   * @throws FileUnreadable when it is empty, damaged or of another kind
   */
  public static Table open(Path file, String name, TableForm form) {
    FileRows rows = rows(file, name, form);
    try {
      return new HeadedTable(rows, name, form);
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  private static FileRows rows(Path file, String name, TableForm form) {
    try {
      byte[] first = first(new BufferedInputStream(Files.newInputStream(file)), name);
      if (startsWith(first, 0, ZIP)) {
        return new XlsxRows(file, name, form);
      }
      if (startsWith(first, 0, OLD_EXCEL)) {
        throw new FileUnreadable(
            name
                + " is an old Excel file (.xls) or one with a password:"
                + " save it as .xlsx without one, or as CSV.");
      }
      return new CsvRows(unpacked(file, first, name, form.limits().bytes()), name, form);
    } catch (IOException e) {
      throw new FileUnreadable(
          name + " cannot be read: " + e.getMessage() + ". Get the file again and repeat.", e);
    }
  }

  private static InputStream unpacked(Path file, byte[] first, String name, long mostBytes)
      throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      InputStream plain = raw;
      if (startsWith(first, 0, XZ)) {
        plain = new XZInputStream(raw, MOST_XZ_KILOBYTES);
      } else if (startsWith(first, 0, GZIP)) {
        plain = new GZIPInputStream(raw, 1 << 16);
      }
      InputStream text = new BufferedInputStream(new BoundedInput(plain, name, mostBytes), 1 << 16);
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
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
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
