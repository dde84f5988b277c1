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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class OpenTableTest {
  private static final String TEXT = "a,b\n1,\"x, y\"\n2,z\n";
  private static final String SHEET =
      """
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c>
        <c r="B1" t="inlineStr"><is><t>b</t></is></c></row>
      <row r="2"><c r="A2"><v>17850</v></c><c r="B2" s="1"><v>40513.5</v></c></row>
      </sheetData></worksheet>
      """;
  private static final String STYLES =
      """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
      <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>
      </styleSheet>
      """;
  private static final String BOOK =
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
      <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>
      """;
  private static final String TYPES =
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Override PartName="/xl/workbook.xml" ContentType=
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
      <Override PartName="/xl/styles.xml" ContentType=
        "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
      </Types>
      """;
  private static final String RELATIONS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Target="worksheets/sheet1.xml"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
      </Relationships>
      """;

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
  void readsTheFirstSheetOfAWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "[Content_Types].xml", TYPES);
      put(zip, "xl/workbook.xml", BOOK);
      put(zip, "xl/_rels/workbook.xml.rels", RELATIONS);
      put(zip, "xl/styles.xml", STYLES);
      put(zip, "xl/worksheets/sheet1.xml", SHEET);
    }
    assertThat(read(bytes.toByteArray()))
        .containsExactly(new Row(2, List.of("17850", "2010-12-01 12:00:00")));
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
    Path file = Files.write(folder.resolve("file.part"), bytes);
    List<Row> rows = new ArrayList<>();
    try (Table table = OpenTable.open(file, "file.csv", StandardCharsets.UTF_8, ',')) {
      assertThat(table.header()).containsExactly("a", "b");
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

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
