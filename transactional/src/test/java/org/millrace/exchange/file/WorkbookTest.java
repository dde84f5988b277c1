package org.millrace.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.settings.ImportLimits;

/** Workbooks as spreadsheets write them, and as nobody should. */
class WorkbookTest {
  private static final String HEADER =
      "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c>"
          + "<c r='B1' t='inlineStr'><is><r><t>b</t></r><rPh><t>x</t></rPh></is></c></row>";

  @TempDir private Path folder;

  @Test
  void showsNumbersWithTheFifteenDigitsOfASpreadsheet() throws IOException {
    assertThat(cells("<v>2.5499999999999998</v>", "<v>57.699999999999996</v>"))
        .containsExactly("2.55", "57.7");
    assertThat(cells("<v>1.0000000000000001E-4</v>", "<v>-1.5E3</v>"))
        .containsExactly("0.0001", "-1500");
    assertThat(cells("<v>4006381333931</v>", "<v>1234567890123456</v>"))
        .as("whole numbers are codes as often as amounts")
        .containsExactly("4006381333931", "1234567890123456");
    assertThat(cells("<v>1e999999999</v>", "<v>1e300</v>")).containsExactly("1e999999999", "1e300");
  }

  @Test
  void readsCodesWithTheZerosThatTheirFormatShows() throws IOException {
    TestingWorkbook book =
        new TestingWorkbook().styles(java.util.Map.of(200, "00000", 201, "0.00"), 0, 200, 201);
    String row = row("<c s='1'><v>42</v></c><c s='2'><v>42</v></c>");
    String longer = row("<c s='1'><v>1234567</v></c><c s='1'><v>4.5</v></c>");
    assertThat(read(book.rows(HEADER + row + longer)))
        .containsExactly(List.of("00042", "42"), List.of("1234567", "4.5"));
  }

  @Test
  void readsDatesOfBothDateSystems() throws IOException {
    TestingWorkbook book = new TestingWorkbook().styles(Map.of(), 0, 14, 22);
    String dates = row("<c s='1'><v>44620</v></c><c s='2'><v>44620.75</v></c>");
    assertThat(read(book.rows(HEADER + dates)))
        .containsExactly(List.of("2022-02-28", "2022-02-28 18:00:00"));
    assertThat(read(book.from1904())).containsExactly(List.of("2026-03-01", "2026-03-01 18:00:00"));
    String early = row("<c s='1'><v>59</v></c><c s='1'><v>61</v></c>");
    assertThat(read(new TestingWorkbook().styles(Map.of(), 0, 14).rows(HEADER + early)))
        .containsExactly(List.of("1900-02-28", "1900-03-01"));
  }

  @Test
  void readsDatesOfChineseAndJapaneseSpreadsheetsAndOfFormulas() throws IOException {
    for (int format : new int[] {27, 31, 36, 50, 57, 58, 14, 17}) {
      TestingWorkbook book = new TestingWorkbook().styles(Map.of(), 0, format);
      String row = row("<c s='1'><v>46082</v></c><c s='1'><f>DATE(2026,3,1)</f><v>46082</v></c>");
      assertThat(read(book.rows(HEADER + row)))
          .as("format " + format)
          .containsExactly(List.of("2026-03-01", "2026-03-01"));
    }
  }

  @Test
  void tellsDatesFromNumbersByTheirFormat() {
    for (String date :
        List.of(
            "yyyy\"年\"m\"月\"d\"日\"",
            "[$-411]ggge\"年\"",
            "d/m/yy",
            "mmm",
            "[Red]dd\\.mm\\.yyyy;@")) {
      assertThat(CellStyles.shows(date)).as(date).isEqualTo(CellStyles.Shows.DAY);
    }
    assertThat(CellStyles.shows("yyyy-mm-dd hh:mm")).isEqualTo(CellStyles.Shows.MOMENT);
    for (String number :
        List.of(
            "General",
            "0.00",
            "#,##0.00 \"days\"",
            "[Red]0.00",
            "0.00E+00",
            "@",
            "0\\d",
            "_-0_s")) {
      assertThat(CellStyles.shows(number)).as(number).isEqualTo(CellStyles.Shows.NUMBER);
    }
  }

  @Test
  void readsTextsOfEveryKind() throws IOException {
    TestingWorkbook book =
        new TestingWorkbook()
            .texts("<si><t>one</t></si><si><r><t>t</t></r><r><t>wo_x000A_</t></r></si>")
            .rows(
                HEADER
                    + row("<c t='s'><v>0</v></c><c t='s'><v>1</v></c>")
                    + "<row r='7'><c r='B7' t='str'><v>sum</v></c></row>"
                    + row("<c t='b'><v>1</v></c><c t='d'><v>2026-03-01T00:00:00</v></c>"));
    assertThat(read(book))
        .containsExactly(
            List.of("one", "two\n"), List.of("", "sum"), List.of("TRUE", "2026-03-01"));
  }

  @Test
  void refusesMoreColumnsAndRowsThanASpreadsheetHas() {
    refused(HEADER + "<row r='3'><c r='ZZZZZZ3'><v>1</v></c></row>")
        .hasMessageContaining("has a cell ZZZZZZ3 in row 3; columns go up and end at XFD");
    refused(HEADER + "<row r='1048577'><c><v>1</v></c></row>")
        .hasMessageContaining("has row 1048577 after row 1; rows go up and end at 1,048,576");
    refused(HEADER + "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row>")
        .hasMessageContaining("has a cell A2 in row 2; columns go up");
    refused(HEADER + row("<c><v>1</v></c>".repeat(16_385))).hasMessageContaining("end at XFD");
  }

  @Test
  void refusesTextsThatNoSpreadsheetAllows() {
    String longText = "x".repeat(32_768);
    refused(HEADER + row("<c t='inlineStr'><is><t>" + longText + "</t></is></c>"))
        .hasMessageContaining("holds a text of more than 32,767 characters");
    refused(
            HEADER
                + row(
                    ("<c t='inlineStr'><is><t>" + "y".repeat(30_000) + "</t></is></c>").repeat(40)))
        .hasMessageContaining("has more than 1,048,576 characters in row 2");
    assertThatThrownBy(
            () ->
                read(
                    new TestingWorkbook()
                        .texts("<si><t>" + "z".repeat(20_000_000) + "</t></si>")
                        .rows(HEADER)))
        .isInstanceOf(FileUnreadable.class)
        .hasMessageContaining("holds a text of more than 32,767 characters");
  }

  @Test
  void refusesPartsThatOnlyWantMemory() {
    refused(HEADER + "<!--" + "<c>".repeat(300_000) + "-->").hasMessageContaining("524288");
    refused(HEADER + "<c x='" + ">".repeat(600_000) + "'/>").hasMessageContaining("524288");
    refused(HEADER + "<b>".repeat(100)).hasMessageContaining("not a part as spreadsheets write");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      names.append("<n").append(i).append("/>");
    }
    refused(HEADER + names).hasMessageContaining("not a part as spreadsheets write");
    TestingWorkbook entities =
        new TestingWorkbook()
            .rows(HEADER)
            .raw("xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><sst><si>&b;</si></sst>");
    assertThatThrownBy(() -> read(entities)).hasMessageContaining("declares a document type");
  }

  @Test
  void refusesMoreBytesThanAreAllowedWhenUnpacked() {
    String rows = row("<c><v>1</v></c>").repeat(100_000);
    assertThatThrownBy(() -> read(new TestingWorkbook().rows(HEADER + rows), 1_000_000))
        .isInstanceOf(FileUnreadable.class)
        .hasMessage(
            "book.xlsx is larger than 1,000,000 bytes when unpacked."
                + " Split it, or raise MILLRACE_IMPORT_MEGABYTES.");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(String rows) {
    return assertThatThrownBy(() -> read(new TestingWorkbook().rows(rows)))
        .isInstanceOf(FileUnreadable.class);
  }

  private List<String> cells(String first, String second) throws IOException {
    String row = row("<c>" + first + "</c><c>" + second + "</c>");
    return read(new TestingWorkbook().rows(HEADER + row)).get(0);
  }

  private static String row(String cells) {
    return "<row>" + cells + "</row>";
  }

  private List<List<String>> read(TestingWorkbook book) throws IOException {
    return read(book, ImportLimits.standard().bytes());
  }

  private List<List<String>> read(TestingWorkbook book, long mostBytes) throws IOException {
    ImportLimits limits = new ImportLimits(1_000_000, mostBytes, 10, 10);
    TableForm form = new TableForm(TextForm.ours(), List.of("a", "b"), List.of(), limits);
    List<List<String>> rows = new ArrayList<>();
    try (Table table = OpenTable.open(book.written(folder.resolve("b")), "book.xlsx", form)) {
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get().cells());
      }
    }
    return rows;
  }
}
