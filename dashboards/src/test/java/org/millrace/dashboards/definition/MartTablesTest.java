package org.millrace.dashboards.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MartTablesTest {

  @Test
  void tablesWithoutRulesOfAccessAreReadableWithoutPermissions() {
    MartTables tables = MartTables.of(Map.of("sales", List.of("month", "amount")));

    assertThat(tables.readableWith(permission -> false).of("sales"))
        .containsExactly("month", "amount");
  }
}
