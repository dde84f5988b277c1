package org.millrace.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSettingsTest {
  @Test
  void readsWhatIsAskedFor() {
    DemoSettings settings =
        DemoSettings.of(
            "--core-url", "http://127.0.0.1:8401", "--secrets", "s", "--until", "2026-03-01");
    assertThat(settings.business().until()).contains(LocalDate.of(2026, 3, 1));
    assertThat(settings.business().seed()).isEqualTo(1869);
    assertThat(settings.trickle()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--until, tomorrow", "--seed, x", "--trickle, 0", "--trickle, NaN", "--colour, red"})
  void refusesWhatItCannotUseWithTheUsage(String name, String value) {
    assertThatThrownBy(() -> DemoSettings.of(name, value))
        .isInstanceOf(DemoRefused.class)
        .hasMessageContaining(name);
  }

  @Test
  void asksForTheAddressAndTheSecrets() {
    assertThatThrownBy(() -> DemoSettings.of("--seed", "3"))
        .isInstanceOf(DemoRefused.class)
        .hasMessageContaining("--core-url URL --secrets DIR");
  }
}
