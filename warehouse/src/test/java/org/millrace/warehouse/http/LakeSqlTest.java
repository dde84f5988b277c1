package org.millrace.warehouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.lake.Lake;

@Tag("slow")
class LakeSqlTest {
  @TempDir private static Path folder;
  private static LakeSql sql;

  @BeforeAll
  static void fillATable() {
    Lake lake = TestingLake.in(folder).lake();
    lake.nameAll();
    String row = "SELECT 'A' AS company, '%s' AS name, 'EUR' AS currency, 'e' AS event_id,";
    row += " current_timestamp() AS recorded_at, current_timestamp() AS occurred_at,";
    row += " 1L AS aggregate_version, 1L AS position";
    lake.append("silver.company", lake.session().sql(row.formatted("Anna, \"Ltd\"")));
    lake.append("silver.company", lake.session().sql(row.formatted("Bert")));
    sql = new LakeSql(lake.session());
  }

  @Test
  void answersWithAHeaderAndQuotedValues() throws IOException {
    assertThat(csv("SELECT name, currency FROM silver.company ORDER BY name;"))
        .isEqualTo("name,currency\n\"Anna, \"\"Ltd\"\"\",EUR\nBert,EUR\n");
  }

  @Test
  void answersForAnOlderVersion() throws IOException {
    assertThat(csv("SELECT count(*) AS n FROM silver.company VERSION AS OF 1")).isEqualTo("n\n1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE silver.company",
        "INSERT INTO silver.company SELECT * FROM silver.company",
        "WITH a AS (SELECT 1) INSERT INTO silver.company SELECT * FROM silver.company",
        "SELECT reflect('java.lang.System', 'exit', 1)",
        "SELECT * FROM text.`/etc/passwd`",
        "SELECT * FROM silver.company WHERE name IN (SELECT value FROM text.`/etc/passwd`)",
        "SELECT nothing FROM silver.company",
      })
  void refusesWhatIsNoPlainQuestion(String question) {
    assertThatThrownBy(() -> sql.ask(question)).isInstanceOf(LakeSql.Refused.class);
    assertThat(sql.ask("SELECT * FROM silver.company").count()).isEqualTo(2);
  }

  private static String csv(String question) throws IOException {
    StringWriter out = new StringWriter();
    LakeSql.write(sql.ask(question), out);
    return out.toString();
  }
}
