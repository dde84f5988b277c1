package org.millrace.warehouse.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.TestingPostgres;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.publish.Mart;

/** Bronze is enough: what is built again from it is, to the last row, what was there before. */
@Tag("slow")
class RebuildTest {
  @TempDir private Path folder;

  @Test
  void startingOverGivesTheSameHashes() throws Exception {
    TestingPostgres.running().newDatabase("over");
    TestingLake shop = shop();
    Builder builder = shop.builder();
    shop.freezeAForecast();
    bringUp(shop, builder, "over");
    Map<String, String> before = hashes(shop, "over");
    assertThat(before.get("lake gold.forecast_frozen")).contains("2011-01-17");

    builder.startOver();
    bringUp(shop, builder, "over");

    assertThat(hashes(shop, "over")).isEqualTo(before);
    shop.close();
  }

  @Test
  void deletingSilverAndGoldGivesTheSameHashes() throws Exception {
    TestingPostgres.running().newDatabase("deleted");
    TestingLake shop = shop();
    bringUp(shop, shop.builder(), "deleted");
    Map<String, String> before = hashes(shop, "deleted");
    assertThat(before.get("lake silver.quarantine")).isNotEqualTo("0");
    shop.close();

    FileUtil.fullyDelete(folder.resolve("silver").toFile());
    FileUtil.fullyDelete(folder.resolve("gold").toFile());
    DeltaLog.clearCache(); // a new process remembers nothing
    TestingLake again = TestingLake.in(folder);
    assertThat(again.content("gold.sales_monthly")).isEmpty();
    bringUp(again, again.builder(), "deleted");

    assertThat(hashes(again, "deleted")).isEqualTo(before);
    again.close();
  }

  @Test
  void aFileOfBronzeThatCannotBeReadLeavesSilverAsItIs() throws Exception {
    TestingLake shop = shop();
    Builder builder = shop.builder();
    shop.bringUp(builder);
    List<String> before = shop.content("silver.sales_invoice");
    Path file;
    try (Stream<Path> files = Files.walk(folder.resolve("bronze/events"))) {
      file = files.filter(each -> each.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));

    assertThatThrownBy(builder::startOver)
        .hasMessageContaining("silver and gold stay as they are")
        .hasMessageContaining(file.getFileName().toString());
    assertThat(shop.content("silver.sales_invoice")).isNotEmpty().isEqualTo(before);
    shop.close();
  }

  private TestingLake shop() {
    TestingLake shop = TestingLake.in(folder);
    shop.arrive(TestingEvent.shop(20, 2));
    shop.arrive(List.of(TestingEvent.invoice(77, "99.00", 500)));
    return shop;
  }

  private static void bringUp(TestingLake shop, Builder builder, String database) throws Exception {
    for (Refresh pace : List.of(Refresh.LIVE, Refresh.BATCHED)) {
      try (Mart mart = TestingPostgres.running().mart(database)) {
        TableRefresh refresh =
            new TableRefresh(pace, shop.lake(), builder, mart, Clock.systemUTC());
        mart.prepare(refresh.published());
        assertThat(refresh.run().completeTo()).isPresent();
      }
    }
  }

  /** A hash of each mart table and the rows of each table of the lake. */
  private static Map<String, String> hashes(TestingLake shop, String database) throws Exception {
    Map<String, String> hashes = new TreeMap<>();
    try (Connection connection = TestingPostgres.running().connect(database);
        Statement statement = connection.createStatement()) {
      for (Table table : shop.lake().catalog().tables(Layer.GOLD)) {
        String sql =
            "select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '0') from mart.%s t";
        try (ResultSet found = statement.executeQuery(sql.formatted(table.name().table()))) {
          found.next();
          hashes.put("mart " + table.sql(), found.getString(1));
        }
      }
    }
    for (Layer layer : List.of(Layer.SILVER, Layer.GOLD)) {
      for (Table table : shop.lake().catalog().tables(layer)) {
        hashes.put("lake " + table.sql(), String.join(" ", shop.content(table.sql())));
      }
    }
    return hashes;
  }
}
