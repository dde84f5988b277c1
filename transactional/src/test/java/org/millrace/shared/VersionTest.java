package org.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({"3, 3", "'\"3\"', 3", "' \"12\" ', 12", "999999999999999999, 999999999999999999"})
  void isReadQuotedOrBare(String header, long number) {
    assertThat(Version.of(header).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "W/\"3\"", "-1", "3, 4", "1e3", "9999999999999999999", "３"})
  void refusesWhatIsNoVersion(String header) {
    assertThatThrownBy(() -> Version.of(header))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "The version cannot be read: If-Match is '"
                + header
                + "', expected the quoted version of the document, like \"3\"");
  }

  @Test
  void passesTheVersionThatTheChangeWasDecidedOnAlone() {
    new Version(3).check("Order SO-1", 3);
    for (long other : new long[] {2, 4}) {
      assertThatThrownBy(() -> new Version(3).check("Order SO-1", other))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.STALE))
          .hasMessage(
              "Order SO-1 has version %d, the change was decided on version 3. Read it again and"
                      .formatted(other)
                  + " repeat the change.");
    }
  }
}
