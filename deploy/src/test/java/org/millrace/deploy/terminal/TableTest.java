package org.millrace.deploy.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void alignsColumnsForPeople() {
    assertThat(Table.text(List.of("a", "bb"), List.of(List.of("long", "x"))))
        .isEqualTo("a     bb\nlong  x\n");
  }

  @Test
  void keepsSpreadsheetsFromRunningTexts() throws IOException {
    for (String line : Files.readAllLines(Path.of("../docs/csv-cells.txt"))) {
      if (!line.startsWith("#")) {
        String[] pair = line.replace("\\t", "\t").replace("\\r", "\r").split(" \\| ", 2);
        assertThat(Table.safe(pair[0])).isEqualTo(pair[1]);
        assertThat(Table.bare(pair[1])).isEqualTo(pair[0]);
      }
    }
  }

  @Property(tries = 200)
  void whatIsWrittenAsCsvReadsBackTheSame(@ForAll @Size(min = 1, max = 4) List<String> cells)
      throws IOException {
    List<String> row = cells.stream().map(cell -> cell.replace("\r", "")).toList();
    List<List<String>> read = new ArrayList<>();
    CsvRecords.forEach(
        new StringReader(Table.csvLine(row)),
        one -> read.add(one.stream().map(Table::bare).toList()));
    assertThat(read).isEqualTo(row.equals(List.of("")) ? List.of(List.of("")) : List.of(row));
  }
}
