package org.millrace.dashboards.cockpit.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells addresses that are no text: no database takes a NUL, and no reader what is not UTF-8. */
final class Address {
  private static final Pattern CONTROL = Pattern.compile("%([01][0-9A-Fa-f]|7[Ff])");

  private Address() {}

  /** Why an address is refused; empty when it may come in. */
  static Optional<String> wrong(String path, @Nullable String query) {
    if (CONTROL.matcher(path).find() || !isText(path)) {
      return Optional.of("The path holds a control character or is not UTF-8.");
    }
    if (query != null && (query.contains("%00") || !isText(query))) {
      return Optional.of("The query holds a NUL character or is not UTF-8.");
    }
    return Optional.empty();
  }

  private static boolean isText(String encoded) {
    byte[] bytes = new byte[encoded.length()];
    int length = 0;
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c > 0x7E || c < 0x20) {
        return false;
      }
      if (c == '%') {
        if (i + 2 >= encoded.length() || !isHex(encoded, i + 1)) {
          return false;
        }
        bytes[length++] = (byte) Integer.parseInt(encoded.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[length++] = (byte) c;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return true;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }

  private static boolean isHex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0
        && Character.digit(text.charAt(at + 1), 16) >= 0;
  }
}
