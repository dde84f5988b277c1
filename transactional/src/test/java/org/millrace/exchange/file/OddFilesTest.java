package org.millrace.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.settings.ImportLimits;

/** Files that are not what they seem are told by what they are, never by a failure. */
class OddFilesTest {
  private static final TableForm FORM = form(TextForm.ours());
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sep=\"\na,b\n1,2\n", "sep=,\na,b\n1,2\n", "a,b\n1,2\n"})
  void takesNoQuoteForADelimiter(String text) {
    assertThat(read(text.getBytes(StandardCharsets.UTF_8), FORM))
        .extracting(Row::cells)
        .containsExactly(List.of("1", "2"));
  }

  @Test
  void namesTheCharsetThatTheBytesAreNotOf() {
    assertThatThrownBy(() -> read("a,b\nGröße,2\n".getBytes(StandardCharsets.ISO_8859_1), FORM))
        .isInstanceOf(FileUnreadable.class)
        .hasMessage(
            "file.csv cannot be read after line 0: bytes that are not UTF-8. Save the file as UTF-8"
                + " or name its charset in the mapping.");
    TextForm latin = new TextForm(StandardCharsets.ISO_8859_1, ',', '.', Optional.empty());
    assertThat(read("a,b\nGröße,2\n".getBytes(StandardCharsets.ISO_8859_1), form(latin)))
        .extracting(row -> row.cells().get(0))
        .containsExactly("Größe");
    TextForm chinese = new TextForm(Charset.forName("GB18030"), ',', '.', Optional.empty());
    assertThat(read("a,b\n自行车,2\n".getBytes(Charset.forName("GB18030")), form(chinese)))
        .extracting(row -> row.cells().get(0))
        .containsExactly("自行车");
  }

  @Test
  void saysWhatAFileIsInsteadOfATable() {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
    refused(old, "file.csv is an old Excel file (.xls) or one with a password");
    byte[] tar = new byte[512];
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    refused(tar, "file.csv is a tar archive: unpack it and import the files in it.");
    refused(new byte[0], "file.csv is empty: there is not even a header line.");
    refused("\n\n  \n,,\n".getBytes(StandardCharsets.UTF_8), "file.csv is empty");
    refused(new byte[] {'P', 'K', 3, 4, 0}, "file.csv cannot be opened as a workbook");
  }

  @Test
  void takesTheFirstRowForTheHeaderWhereNoneHasWhatIsNeeded() throws IOException {
    Path file = Files.writeString(folder.resolve("file.csv"), "c,d\n1,2\n3,4\n");
    try (Table table = OpenTable.open(file, "file.csv", FORM)) {
      assertThat(table.header()).containsExactly("c", "d");
      assertThat(table.next()).map(Row::cells).contains(List.of("1", "2"));
      assertThat(table.next()).map(Row::line).contains(3L);
      assertThat(table.next()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,               1900-01-01T00:00",
    "59,              1900-02-28T00:00",
    "61,              1900-03-01T00:00",
    "46082.75,        2026-03-01T18:00",
    "46082.999999,    2026-03-02T00:00",
    "2958465.5,       9999-12-31T12:00",
    "2958466,         ",
    "-1,              ",
    "12345678,        ",
    "1e3,             "
  })
  void countsDaysAsSpreadsheetsDo(String serial, LocalDateTime moment) {
    assertThat(SerialDates.moment(serial)).isEqualTo(Optional.ofNullable(moment));
  }

  private void refused(byte[] bytes, String words) {
    assertThatThrownBy(() -> read(bytes, FORM))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageContaining(words);
  }

  private List<Row> read(byte[] bytes, TableForm form) {
    List<Row> rows = new ArrayList<>();
    try (Table table =
        OpenTable.open(Files.write(folder.resolve("file.csv"), bytes), "file.csv", form)) {
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static TableForm form(TextForm text) {
    return new TableForm(text, List.of("a", "b"), List.of(), ImportLimits.standard());
  }
}
