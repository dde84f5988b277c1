package org.millrace.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseSettingsTest {
  @TempDir private Path home;

  @Test
  void pinsTheDefaults() throws IOException {
    WarehouseSettings settings = WarehouseSettings.from(environment());

    assertThat(settings.port()).isEqualTo(8403);
    assertThat(settings.lakeRoot()).isEqualTo("file://" + home.resolve("lake"));
    assertThat(settings.mart().user()).isEqualTo("warehouse");
    assertThat(settings.toString()).doesNotContain("sesame");
  }

  @Test
  void reportsEverythingThatIsWrongTogether() throws IOException {
    Map<String, String> environment = environment();
    environment.put("MILLRACE_PORT", "eight");
    environment.put("MILLRACE_DATABASE_URL", "mysql:here");

    assertThatThrownBy(() -> WarehouseSettings.from(environment))
        .hasMessageContaining("MILLRACE_PORT is 'eight'")
        .hasMessageContaining("MILLRACE_DATABASE_URL is 'mysql:here'");
  }

  private Map<String, String> environment() throws IOException {
    Files.createDirectories(home.resolve("secrets"));
    Files.writeString(home.resolve("secrets/warehouse.password"), "sesame\n");
    return new HashMap<>(
        Map.of(
            "MILLRACE_ROOT",
            "..",
            "MILLRACE_HOME",
            home.toString(),
            "MILLRACE_DATABASE_URL",
            "jdbc:postgresql://127.0.0.1:1/millrace"));
  }
}
