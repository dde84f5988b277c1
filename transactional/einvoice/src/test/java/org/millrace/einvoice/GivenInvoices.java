package org.millrace.einvoice;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tukaani.xz.XZInputStream;

/** The public messages and tests of electronic invoices, where they lie beside the project. */
public final class GivenInvoices {
  private static final Path FOLDER = Path.of("../../../shared/cases/einvoice");
  private static final int BLOCK = 512;

  private GivenInvoices() {}

  /** All files of both archives by their path. */
  public static Map<String, byte[]> files() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "needs ../shared/cases/einvoice");
    Map<String, byte[]> files = new LinkedHashMap<>();
    unpack(FOLDER.resolve("xrechnung.tar.xz"), files);
    unpack(FOLDER.resolve("en16931.tar.xz"), files);
    return files;
  }

  /** The facts of each message by its path. */
  @SuppressWarnings("unchecked")
  public static Map<String, Map<String, Object>> expected() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "needs ../shared/cases/einvoice");
    String json = Files.readString(FOLDER.resolve("expected.json"));
    return (Map<String, Map<String, Object>>)
        new Load(LoadSettings.builder().setCodePointLimit(10_000_000).build()).loadFromString(json);
  }

  private static void unpack(Path archive, Map<String, byte[]> files) throws IOException {
    try (InputStream in = new XZInputStream(Files.newInputStream(archive))) {
      while (true) {
        byte[] header = in.readNBytes(BLOCK);
        if (header.length < BLOCK || header[0] == 0) {
          return;
        }
        int size = Integer.parseInt(text(header, 124, 11).strip(), 8);
        byte[] content = in.readNBytes(size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (header[156] == '0' || header[156] == 0) {
          String folder = text(header, 345, 155);
          String name = text(header, 0, 100);
          files.put(
              (folder.isEmpty() ? name : folder + "/" + name).replaceFirst("^\\./", ""), content);
        }
      }
    }
  }

  private static String text(byte[] header, int from, int length) {
    String text = new String(header, from, length, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
