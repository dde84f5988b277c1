package org.millrace.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestionSettingsTest {

  @Test
  void theDefaultsAreTheseOnes() {
    IngestionSettings settings = IngestionSettings.from(Map.of());
    Path here = Path.of("").toAbsolutePath();
    assertThat(settings.root()).isEqualTo(here);
    assertThat(settings.home()).isEqualTo(here.resolve("var"));
    assertThat(settings.lake().uri()).isEqualTo(here.resolve("var/lake").toString());
    assertThat(settings.port()).isEqualTo(8404);
    assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://127.0.0.1:8402/millrace");
    assertThat(settings.database().user()).isEqualTo("ingestion");
    assertThat(settings.rhythm()).isEqualTo(new IngestionSettings.Rhythm(1000, 200, 1000));
  }

  @Test
  void aLakeOnAnotherFileSystemKeepsItsAddress() {
    assertThat(lakeOf("s3a://bucket/lake")).isEqualTo("s3a://bucket/lake");
    assertThat(lakeOf("lake")).isEqualTo(Path.of("lake").toAbsolutePath().toString());
  }

  private static String lakeOf(String given) {
    return IngestionSettings.from(Map.of("MILLRACE_LAKE", given)).lake().uri();
  }

  @Test
  void allProblemsAreToldTogether() {
    assertThatThrownBy(
            () ->
                IngestionSettings.from(
                    Map.of(
                        "MILLRACE_PORT", "x",
                        "MILLRACE_CHECKPOINT_MILLIS", "1",
                        "MILLRACE_DATABASE_URL", "http://here")))
        .hasMessageContaining("MILLRACE_PORT must be a number from 0 to 65535 but is x")
        .hasMessageContaining("MILLRACE_CHECKPOINT_MILLIS must be a number from 100 to 600000")
        .hasMessageContaining("must start with jdbc:postgresql: but is http://here");
  }
}
