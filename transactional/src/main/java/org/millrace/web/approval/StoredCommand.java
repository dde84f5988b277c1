package org.millrace.web.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.CompanyCode;

/**
 * A command as it came in, to be carried out later.
 *
 * @param actor who sent it
 * @param company the one in its path
 * @param path its address with all parameters
 * @param expected the version that it was decided on, as {@code If-Match} names it
 * @param body its JSON
 */
public record StoredCommand(
    String actor,
    CompanyCode company,
    String method,
    String path,
    Optional<String> expected,
    String body) {
  /**
   * The SHA-256 over all that the command says, in hexadecimal: another one for any other content.
   */
  public String seal() {
    StringBuilder sealed = new StringBuilder();
    for (String part : List.of(actor, method, path, expected.orElse(""), body)) {
      sealed.append(part.length()).append(':').append(part);
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(sealed.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The same with another body. */
  public StoredCommand with(String other) {
    return new StoredCommand(actor, company, method, path, expected, other);
  }
}
