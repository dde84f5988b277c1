package org.millrace.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only paths that can be read in one way: a character that needs no encoding is not
 * encoded, no segment is empty, a dot or two, and what is encoded is text. A slash, semicolon or
 * percent sign inside a code is written as %2F, %3B and %25.
 */
final class PathFilterHttp extends OncePerRequestFilter {
  private static final Pattern NEEDLESS =
      Pattern.compile("%(2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9Aa]|5[Ff]|6[1-9A-Fa-f]|7[0-9Aa]|7[Ee])");
  private static final int LARGEST_PASSED_OVER = 64 * 1024;
  private static final Pattern CONTROL = Pattern.compile("%([01][0-9A-Fa-f]|7[Ff])");
  private static final Pattern EMPTY_OR_DOTS = Pattern.compile("//|/\\.{1,2}(/|$)|;|\\\\");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> wrong = wrong(request.getRequestURI(), request.getQueryString());
    if (wrong.isPresent()) {
      ProblemAnswer.of(ProblemType.AMBIGUOUS_PATH, wrong.get()).write(request, response);
      return;
    }
    chain.doFilter(request, response);
    passOver(request);
  }

  /** Reads what came of a body that nobody asked for, so that the connection can be used again. */
  private static void passOver(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() == 0 || request.isAsyncStarted()) {
      return;
    }
    InputStream rest = request.getInputStream();
    byte[] some = new byte[4096];
    int left = LARGEST_PASSED_OVER;
    while (left > 0 && rest.available() > 0) {
      left -= Math.max(1, rest.read(some, 0, Math.min(some.length, rest.available())));
    }
  }

  /** Why the address is refused; empty when it may come in. */
  static Optional<String> wrong(String path, String query) {
    if (NEEDLESS.matcher(path).find()) {
      return Optional.of(
          "The path encodes a letter, digit, '-', '.', '_' or '~': write these as they are.");
    }
    if (EMPTY_OR_DOTS.matcher(path).find()) {
      return Optional.of(
          "The path has an empty segment, a segment of dots, ';' or '\\': write '/', ';' and '\\'"
              + " inside a code as %2F, %3B and %5C.");
    }
    if (CONTROL.matcher(path).find() || !isText(path)) {
      return Optional.of("The path holds a control character or is not UTF-8.");
    }
    if (query != null && (query.contains("%00") || !isText(query))) {
      return Optional.of("The query holds a NUL character or is not UTF-8.");
    }
    return Optional.empty();
  }

  private static boolean isText(String encoded) {
    byte[] bytes = new byte[encoded.length() * 3];
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
