package org.millrace.access.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = bytes("12345678901234567890");

  /** Appendix B of RFC 6238, of which the last six of eight digits are those of a shorter code. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void givesTheKnownAnswersOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
  }

  @Test
  void takesTheCodeOfTheIntervalBeforeAndAfterAndNoOther() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long interval = 1_111_111_111 / 30;
    for (long each = interval - 1; each <= interval + 1; each++) {
      assertThat(Totp.interval(SECRET, Totp.code(SECRET, each), now)).hasValue(each);
    }
    assertThat(Totp.interval(SECRET, Totp.code(SECRET, interval - 2), now)).isEmpty();
    assertThat(Totp.interval(SECRET, Totp.code(SECRET, interval + 2), now)).isEmpty();
    assertThat(Totp.interval(SECRET, "50471", now)).isEmpty();
  }

  /** The examples of RFC 4648, section 10, without padding. */
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void writesSecretsAsDevicesReadThem(String text, String expected) {
    assertThat(Totp.base32(bytes(text))).isEqualTo(expected);
    assertThat(Totp.uri("an na", "MY"))
        .isEqualTo("otpauth://totp/Millrace:an%20na?secret=MY&issuer=Millrace");
  }

  @Test
  void opensABoxForItsUserAndWithItsKeyOnly() {
    SecretBox box = new SecretBox("key");
    byte[] closed = box.closed("anna", SECRET);
    assertThat(box.opened("anna", closed)).isEqualTo(SECRET);
    assertThat(box.closed("anna", SECRET)).as("never the same twice").isNotEqualTo(closed);
    assertThatThrownBy(() -> box.opened("bert", closed))
        .hasMessageContaining("The second factor of bert does not fit the key");
    assertThatThrownBy(() -> new SecretBox("other").opened("anna", closed))
        .isInstanceOf(IllegalStateException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
