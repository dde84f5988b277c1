package org.millrace.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;

class CsvOutTest {
  @Test
  void keepsSpreadsheetsFromRunningTexts() throws IOException {
    for (String line : Files.readAllLines(Path.of("../docs/csv-cells.txt"))) {
      if (!line.startsWith("#")) {
        String[] pair = line.replace("\\t", "\t").replace("\\r", "\r").split(" \\| ", 2);
        assertThat(CsvOut.cell(pair[0])).isEqualTo(pair[1]);
      }
    }
    assertThat(CsvOut.cell(new BigDecimal("-1E+3"))).isEqualTo("-1000");
  }

  @Test
  void exportsDefuseFormulasAndMayBeginWithAMark() {
    TestingCore core = TestingCore.running();
    String company = core.newCompany().value();
    core.post(
            "/api/companies/" + company + "/parties",
            """
            {"code": "EVE", "name": "=HYPERLINK(\\"http://x.example\\",\\"pay\\")",
             "roles": ["customer"], "country": "DE"}
            """)
        .expecting(201);
    String path = "/api/companies/" + company + "/exports/parties";
    assertThat(core.get(path).expecting(200).body())
        .startsWith("code,name,roles,country,walk_in,region")
        .contains(
            "\r\nEVE,\"'=HYPERLINK(\"\"http://x.example\"\",\"\"pay\"\")\",customer,DE,false,");
    assertThat(core.get(path + "?bom=true").expecting(200).body()).startsWith("\uFEFFcode,name");
  }
}
