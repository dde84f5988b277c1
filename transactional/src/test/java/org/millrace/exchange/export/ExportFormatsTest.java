package org.millrace.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.file.TextForm;
import org.millrace.json.Json;
import org.millrace.settings.ImportLimits;
import tools.jackson.databind.JsonNode;

class ExportFormatsTest {
  @Test
  void writesWorkbooksThatAreReadAsTheyWereWritten() throws IOException {
    Path file = Files.createTempFile("exported", ".xlsx");
    try {
      try (RowsOut out =
          ExportFormat.XLSX.begun(Files.newOutputStream(file), StandardCharsets.UTF_8, ',')) {
        out.line(List.of("code", "price", "day", "note"));
        out.line(
            Arrays.asList("00042", new BigDecimal("1.50"), LocalDate.parse("2026-03-01"), "=1+1"));
        out.line(Arrays.asList("B", new BigDecimal("-12345678901234567.25"), null, null));
      }
      TableForm form =
          new TableForm(TextForm.ours(), List.of("code"), List.of(), ImportLimits.standard());
      try (Table table = OpenTable.open(file, "a.xlsx", form)) {
        assertThat(table.next().orElseThrow().cells())
            .containsExactly("00042", "1.5", "2026-03-01", "=1+1");
        assertThat(table.next().orElseThrow().cells())
            .containsExactly("B", "-12345678901234567.25", "", "");
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void bringsTheLinesOfADocumentTogetherInJson() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RowsOut out = ExportFormat.JSON.begun(bytes, StandardCharsets.UTF_8, ',')) {
      out.line(List.of("number", "paid", "lines.item", "lines.quantity"));
      out.line(Arrays.asList("1", true, "A", new BigDecimal("2.5")));
      out.line(Arrays.asList("1", true, "B \"x\"", 3));
      out.line(Arrays.asList("2", null, null, null));
    }
    assertThat(Json.mapper().readTree(bytes.toByteArray()))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    [{"number": "1", "paid": true, "lines":
                        [{"item": "A", "quantity": 2.5}, {"item": "B \\"x\\"", "quantity": 3}]},
                     {"number": "2", "lines": []}]
                    """));
  }

  @Test
  void givesEveryListInEachFormatAndNamesThemOtherwise() {
    TestingCore core = TestingCore.running();
    String base = "/api/companies/" + core.newCompany();
    core.post(base + "/items", "{\"code\":\"BELL\",\"name\":\"Bell\"}").expecting(201);
    JsonNode items = core.get(base + "/exports/items?format=json").expecting(200).json();
    assertThat(items.get(0).get("code").asString()).isEqualTo("BELL");
    assertThat(core.get(base + "/exports/items?format=xlsx").expecting(200).body())
        .startsWith("PK");
    assertThat(core.get(base + "/exports/items?format=pdf").expecting(422).body())
        .contains("one of csv, xlsx, json");
  }
}
