package org.millrace.collaboration.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.shared.Refused;

class AttachedFileTest {
  @ParameterizedTest
  @CsvSource({
    "offer.pdf, '%PDF-1.7 offer', application/pdf",
    "../../etc/notes.txt, 'call back', text/plain",
    "C:\\mail\\prices.csv, 'item,price', text/csv",
  })
  void isKnownByWhatIsInIt(String name, String content, String type) {
    AttachedFile file = AttachedFile.of(name, bytes(content));
    assertThat(file.mediaType()).isEqualTo(type);
    assertThat(file.name()).doesNotContain("/", "\\");
  }

  @ParameterizedTest
  @CsvSource({
    "offer.pdf, '<html><script>alert(1)</script></html>', text/html",
    "picture.png, '<svg xmlns=\"http://www.w3.org/2000/svg\"/>', svg",
    "run.txt, 'MZ\u0090\u0000', application",
    "page.html, 'hello', text/html",
  })
  void isNotTakenForWhatItClaims(String name, String content, String told) {
    assertThatThrownBy(() -> AttachedFile.of(name, bytes(content)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(name)
        .hasMessageContaining(told)
        .hasMessageContaining("application/pdf");
  }

  @Test
  void refusesNothingAndTooMuch() {
    assertThatThrownBy(() -> AttachedFile.of("a.txt", new byte[0])).hasMessageContaining("0 bytes");
    byte[] large = "x".repeat(AttachedFile.LARGEST + 1).getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> AttachedFile.of("a.txt", large))
        .hasMessageContaining("1 to 16777216 bytes");
  }

  @Test
  void isNamedByItsContent() {
    assertThat(AttachedFile.of("a.txt", bytes("abc")).sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
