package org.millrace.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  private final List<String> order = Migrations.inOrder();

  @Test
  void findsEveryFolder() throws Exception {
    try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(order)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              folders.map(folder -> folder.getFileName().toString()).toList());
    }
  }

  @Test
  void aDomainComesAfterThoseItDependsOn() {
    assertThat(order).containsSubsequence("document", "service");
    assertThat(order).containsSubsequence("item", "stock", "sales", "ledger");
    assertThat(order).containsSubsequence("stock", "production", "planning", "exchange");
  }
}
