package org.millrace.deploy.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeVersionTest {

  @TempDir private Path folder;

  @Test
  void isTheNewestMigrationOfEachDomain() throws Exception {
    migrations("sales/V1__orders.sql", "sales/V12__invoices.sql", "stock/V3__places.sql");
    assertThat(HomeVersion.ofCode(folder))
        .isEqualTo(new HomeVersion(Map.of("sales", 12, "stock", 3)));
    assertThat(HomeVersion.ofCode(Path.of("..").toAbsolutePath()).migrations())
        .containsKeys("sales", "ledger", "outbox");
  }

  @Test
  void refusesToRunOlderCodeOverANewerHome() throws Exception {
    migrations("sales/V1__orders.sql", "stock/V3__places.sql");
    Home home = Home.inFolder(folder, folder.resolve("var")).prepared();
    HomeVersion.take(home); // a home of before states were written down
    assertThat(HomeVersion.of(home)).contains(HomeVersion.ofCode(folder));

    migrations("sales/V2__prices.sql");
    HomeVersion.take(home); // newer code
    assertThat(HomeVersion.of(home).orElseThrow().migrations()).containsEntry("sales", 2);

    Files.delete(migrations().resolve("sales/V2__prices.sql"));
    assertThatThrownBy(() -> HomeVersion.take(home))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(home.dir().toString())
        .hasMessageContaining("was started by newer code")
        .hasMessageContaining("unknown here: sales 2 (here up to 1)")
        .hasMessageContaining("restore a backup of before");
    assertThat(HomeVersion.of(home).orElseThrow().migrations()).containsEntry("sales", 2);
  }

  @Test
  void refusesAFileThatIsNotItsOwn() throws Exception {
    migrations();
    Home home = Home.inFolder(folder, folder.resolve("var")).prepared();
    Files.writeString(home.dir().resolve("version"), "seven\n");
    assertThatThrownBy(() -> HomeVersion.take(home))
        .hasMessageContaining("holds 'seven', expected 'migration DOMAIN NUMBER'");
  }

  private Path migrations(String... files) throws Exception {
    Path migrations = folder.resolve("transactional/src/main/resources/db/migration");
    Files.createDirectories(migrations);
    for (String file : files) {
      Files.createDirectories(migrations.resolve(file).getParent());
      Files.writeString(migrations.resolve(file), "select 1;");
    }
    return migrations;
  }
}
