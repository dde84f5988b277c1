package org.millrace.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.settings.ImportLimits;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class OpenTableTest {
  private static final TableForm FORM =
      new TableForm(TextForm.ours(), List.of("a", "b"), List.of(), ImportLimits.standard());
  private static final String TEXT = "a,b\n1,\"x, y\"\n2,z\n";
  @TempDir private Path folder;

  @Test
  void readsPlainGzipAndXzAlike() throws IOException {
    byte[] plain = TEXT.getBytes(StandardCharsets.UTF_8);
    for (byte[] packed : List.of(plain, gzip(plain), xz(plain))) {
      assertThat(read(packed))
          .containsExactly(new Row(2, List.of("1", "x, y")), new Row(3, List.of("2", "z")));
    }
  }

  @Test
  void findsTheHeaderBelowOtherLinesAndPassesOverBlankRows() throws IOException {
    String text = "Report of the shop;;\n\nfrom,1 to 9\na,b\n1,2\n,\n3,4\n";
    assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(new Row(5, List.of("1", "2")), new Row(7, List.of("3", "4")));
  }

  @Test
  void takesTheDelimiterFromALineOfSpreadsheets() throws IOException {
    assertThat(read("\uFEFFsep=;\r\na;b\r\n1;2\r\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(new Row(3, List.of("1", "2")));
  }

  @Test
  void takesOffWhatAnExportPutBeforeFormulas() throws IOException {
    String text = "a,b\n'=1+1,'-x\n''@y,'plain'\n";
    assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(new Row(2, List.of("=1+1", "-x")), new Row(3, List.of("'@y", "'plain'")));
  }

  @Test
  void refusesAColumnThatIsThereTwice() {
    assertThatThrownBy(() -> read("a,b,b,c,c\n1,2,3,4,5\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FileUnreadable.class)
        .hasMessage(
            "file.csv has the column b twice, so it cannot be told which one counts."
                + " Rename or remove one.");
  }

  @Test
  void refusesMoreBytesAndRowsThanAreAllowed() throws IOException {
    byte[] packed = gzip(new byte[3_000_000]);
    TableForm small =
        new TableForm(
            TextForm.ours(), List.of("a"), List.of(), new ImportLimits(2, 1_000_000, 10, 10));
    assertThatThrownBy(() -> all(packed, small))
        .hasMessageContaining("is larger than 1,000,000 bytes when unpacked");
    assertThatThrownBy(() -> all("a\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8), small))
        .hasMessage("file.csv has more than 2 rows. Split it, or raise MILLRACE_IMPORT_ROWS.");
    assertThatThrownBy(
            () -> all(("a\n\"" + "x".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8), FORM))
        .hasMessageContaining("file.csv cannot be read after line 1: a row of more than");
  }

  @Test
  void saysThatAFileIsTruncatedAndWhere() throws IOException {
    byte[] whole = xz(manyRows());
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> read(half))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageContaining("file.csv cannot be read after line")
        .hasMessageContaining("truncated. Get the file again and repeat.");
    byte[] packed = gzip(manyRows());
    assertThatThrownBy(() -> read(Arrays.copyOf(packed, packed.length / 2)))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageContaining("truncated");
  }

  @Test
  void saysThatPackedDataIsDamaged() throws IOException {
    byte[] damaged = xz(manyRows());
    Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 64, (byte) 0x5A);
    assertThatThrownBy(() -> read(damaged))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageContaining("the packed data is damaged");
  }

  private List<Row> read(byte[] bytes) throws IOException {
    return all(bytes, FORM);
  }

  private List<Row> all(byte[] bytes, TableForm form) throws IOException {
    Path file = Files.write(folder.resolve("file.part"), bytes);
    List<Row> rows = new ArrayList<>();
    try (Table table = OpenTable.open(file, "file.csv", form)) {
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static byte[] manyRows() {
    Random random = new Random(7);
    StringBuilder rows = new StringBuilder("a,b\n");
    for (int i = 0; i < 200_000; i++) {
      rows.append(random.nextInt()).append(',').append(random.nextInt()).append('\n');
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] xz(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(1))) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }
}
