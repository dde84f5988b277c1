package org.millrace.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.file.TextForm;
import org.millrace.settings.ImportLimits;

/** What the core wrote into a file is what it reads from it, whatever stands in the cells. */
class ExportedFileTest {
  private static final List<String> HEADER = List.of("a", "b");

  @Provide
  Arbitrary<String> cells() {
    Arbitrary<String> odd =
        Arbitraries.strings().withChars("=+-@'\"\t\r\n,;| 1.eE\uFEFF自é").ofMaxLength(8);
    Arbitrary<String> formulas =
        Arbitraries.of("=1+1", "'=1", "''-x", "-5", "-1.5e3", "+49 30", "@home", "'tis", "sep=;");
    return Arbitraries.oneOf(odd, formulas);
  }

  @Property(tries = 300)
  void isReadAsItWasWritten(
      @ForAll @Size(min = 1, max = 4) List<@Size(2) List<@From("cells") String>> rows)
      throws IOException {
    Path file = Files.createTempFile("exported", ".csv");
    try {
      write(file, rows);
      List<List<String>> expected =
          rows.stream().filter(row -> row.stream().anyMatch(cell -> !isEmpty(cell))).toList();
      assertThat(read(file)).isEqualTo(expected);
    } finally {
      Files.delete(file);
    }
  }

  /** One that begins with a tab or a return is marked as text, and so is not empty in the file. */
  private static boolean isEmpty(String cell) {
    return cell.isBlank() && !cell.startsWith("\t") && !cell.startsWith("\r");
  }

  private static void write(Path file, List<List<String>> rows) throws IOException {
    try (CsvOut csv = new CsvOut(Files.newOutputStream(file), StandardCharsets.UTF_8, ',')) {
      csv.line(HEADER);
      rows.forEach(csv::line);
    }
  }

  private static List<List<String>> read(Path file) {
    TableForm form = new TableForm(TextForm.ours(), HEADER, List.of(), ImportLimits.standard());
    List<List<String>> read = new ArrayList<>();
    try (Table table = OpenTable.open(file, "exported.csv", form)) {
      assertThat(table.header()).isEqualTo(HEADER);
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        read.add(row.get().cells());
      }
    }
    return read;
  }
}
