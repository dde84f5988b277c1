package org.millrace.warehouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;

@Tag("slow")
class LakeSqlTest {
  /** What the tests look at; what these are made from comes with them. */
  private static final List<String> TABLES = List.of("silver.company", "silver.item");

  @TempDir private static Path folder;
  private static Lake lake;
  private static LakeSql sql;

  @BeforeAll
  static void fillATable() {
    lake = TestingLake.in(folder, TABLES).lake();
    lake.nameAll();
    String row = "SELECT 'A' AS company, '%s' AS name, 'EUR' AS currency, 'UTC' AS time_zone,";
    row += " 1 AS fiscal_year_start_month, 'e' AS event_id,";
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
        "SELECT nothing FROM silver.company",
        "SET spark.sql.runSQLOnFiles=true",
        "SHOW TABLES",
        "EXPLAIN SELECT 1",
        "CACHE TABLE silver.company",
        "ADD JAR '/tmp/any.jar'",
        "CREATE TEMPORARY FUNCTION f AS 'java.lang.System'",
        "EXECUTE IMMEDIATE 'SELECT 1'",
        "BEGIN SELECT 1; END",
      })
  void refusesWhatIsNoQuestion(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM text.`/etc/passwd`",
        "SELECT * FROM `text`.`/etc/passwd`",
        "SELECT * FROM TeXt./**/`/etc/passwd`",
        "SELECT * FROM csv.`/etc/passwd`",
        "SELECT * FROM parquet.`/tmp`",
        "SELECT * FROM delta.`/tmp`",
        "SELECT * FROM binaryFile.`/etc/passwd`",
        "SELECT * FROM spark_catalog.silver.company",
        "SELECT * FROM IDENTIFIER('text.`/etc/passwd`')",
        "SELECT * FROM silver.company WHERE name IN (SELECT value FROM text.`/etc/passwd`)",
        "WITH a AS (SELECT * FROM text.`/etc/passwd`) SELECT * FROM a",
        "SELECT (SELECT max(value) FROM text.`/etc/passwd`) AS x",
        "SELECT * FROM table_changes('silver.company', 0)",
      })
  void readsNothingButTablesOfTheLake(String text) {
    assertRefused(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT transform(a) USING 'id' AS (x STRING) FROM (SELECT 1 AS a)",
        "SELECT TRANSFORM(*) USING 'cat /etc/passwd' FROM silver.company",
        "FROM silver.company MAP name USING 'cat' AS x",
        "SELECT reflect('java.lang.System', 'exit', 1)",
        "SELECT `reflect`('java.lang.System', 'getProperty', 'user.home')",
        "SELECT reflect/**/('java.lang.System', 'getProperty', 'user.home')",
        "SELECT ReFlEcT ('java.lang.System', 'getProperty', 'user.home')",
        "SELECT system.builtin.reflect('java.lang.System', 'getProperty', 'user.home')",
        "SELECT IDENTIFIER('reflect')('java.lang.System', 'getProperty', 'user.home')",
        "SELECT java_method('java.lang.System', 'getenv', 'HOME')",
        "SELECT try_reflect('java.lang.System', 'getenv', 'HOME')",
        "WITH a AS (SELECT reflect('java.lang.System', 'getenv', 'HOME') AS x) SELECT * FROM a",
        "SELECT 1 WHERE EXISTS (SELECT reflect('java.lang.System', 'getenv', 'HOME'))",
        "SELECT name FROM silver.company ORDER BY reflect('java.lang.System', 'getenv', 'HOME')",
        "SELECT transform(array(1), x -> reflect('java.lang.System', 'getenv', 'HOME'))",
        "SELECT max(name) OVER (ORDER BY java_method('java.lang.System', 'nanoTime'))"
            + " FROM silver.company",
        "FROM silver.company |> SELECT reflect('java.lang.System', 'getenv', 'HOME')",
        "SELECT input_file_name() FROM silver.company",
        "SELECT current_user()",
        "SELECT xpath_string('<a>b</a>', 'a')",
        "SELECT * FROM silver.company LATERAL VIEW reflect('java.lang.System', 'exit', 1) t AS x",
      })
  void runsNothingButFunctionsThatCalculate(String text) {
    assertRefused(text);
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> sql.ask(text)).isInstanceOf(LakeSql.Refused.class);
  }

  @Test
  void whatIsRefusedHasDoneNothing() {
    assertRefused("DROP TABLE silver.company");
    assertRefused("INSERT INTO silver.company SELECT * FROM silver.company");
    assertThat(sql.ask("SELECT * FROM silver.company").count()).isEqualTo(2);
  }

  @Test
  void takesATextForWhatItIs() throws IOException {
    assertThat(csv("SELECT '${system:user.home} ${env:HOME}' AS x"))
        .isEqualTo("x\n${system:user.home} ${env:HOME}\n");
  }

  @Test
  void answersWhatAnalystsAsk() throws IOException {
    assertThat(
            csv(
                """
                WITH numbered AS (
                  SELECT name, row_number() OVER (PARTITION BY company ORDER BY name) AS n
                  FROM silver.company)
                SELECT upper(trim(BOTH ' ' FROM a.name)) AS name, sum(a.n) AS n,
                  CASE WHEN a.name LIKE 'B%' THEN cast(a.n AS STRING) ELSE 'no' END AS word,
                  date_add(DATE '2026-01-31', 1) + INTERVAL 1 DAY AS day,
                  extract(year FROM DATE '2026-01-31') AS year, x
                FROM numbered a
                JOIN silver.company c ON c.name = a.name AND c.currency IN ('EUR', 'GBP')
                LATERAL VIEW explode(array(7)) t AS x
                WHERE NOT EXISTS (SELECT 1 FROM silver.company d WHERE d.name = 'Zoe')
                GROUP BY ALL
                HAVING count(*) = 1
                ORDER BY name DESC
                LIMIT 1
                """))
        .isEqualTo("name,n,word,day,year,x\nBERT,2,2,2026-02-02,2026,7\n");
  }

  @Test
  void takesTheQuestionsThatFillTheGoldTables() {
    for (Table table : lake.catalog().tables(Layer.GOLD)) {
      if (table.filling() instanceof Filling.FromTables load) {
        assertThatCode(() -> sql.ask(load.sql())).as(table.sql()).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void tellsOfAFileThatCannotBeReadInsteadOfAnsweringWithNothing() throws Exception {
    Table item = lake.catalog().named("silver.item");
    Row empty = RowFactory.create(new Object[item.columns().size()]);
    lake.small(item).commit(List.of(empty), List.of());
    Path file;
    try (Stream<Path> files = Files.walk(folder.resolve("silver/item"))) {
      file = files.filter(each -> each.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));
    try (Endpoints endpoints = new Endpoints(0, "secret")) {
      endpoints.serve(
          new EndpointsTest.Refusing() {
            @Override
            public SparkSession lake() {
              return lake.session();
            }
          });
      HttpResponse<String> answer =
          EndpointsTest.post(endpoints, "/lake", "SELECT * FROM silver.item");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains(file.getFileName().toString());
    }
  }

  @Test
  void cutsAnAnswerOffThatFailsHalfWay() throws Exception {
    try (Endpoints endpoints = new Endpoints(0, "secret")) {
      endpoints.serve(
          new EndpointsTest.Refusing() {
            @Override
            public SparkSession lake() {
              return lake.session();
            }
          });
      String late =
          "SELECT id, repeat('x', 1000) AS text, 1 / (id - 90) AS n FROM range(0, 100, 1, 2)";
      assertThatThrownBy(() -> EndpointsTest.post(endpoints, "/lake", late))
          .isInstanceOf(IOException.class);
    }
  }

  private static String csv(String question) throws IOException {
    StringWriter out = new StringWriter();
    LakeSql.write(sql.ask(question), out);
    return out.toString();
  }
}
