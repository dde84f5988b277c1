package org.millrace.access.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.shared.Problems;

/**
 * Which passwords are taken: long ones that nobody tries first. No rule asks for signs or digits,
 * and none for a change from time to time (NIST SP 800-63B).
 */
public final class PasswordRules {
  /** The fewest characters. */
  public static final int SHORTEST = 10;

  /** The most bytes in UTF-8. */
  public static final int LONGEST = 72;

  private static final int FEWEST_CHARACTERS = 5;
  private static final int SHORTEST_NAME = 4;
  private static final String FILE = "/access/common-passwords.txt";

  private final Set<String> common;

  public PasswordRules() {
    try (InputStream in = PasswordRules.class.getResourceAsStream(FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      common = text.lines().filter(line -> !line.isBlank()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  /**
   * Lets a good password pass. What is told never holds the password itself.
   *
   * @throws org.millrace.shared.Refused naming the rule it breaks
   */
  public void check(String user, String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    String low = password.toLowerCase(Locale.ROOT);
    String letters = low.replaceAll("[^\\p{L}]+$", "");
    Problems problems = new Problems();
    problems.require(
        password.length() >= SHORTEST && bytes <= LONGEST,
        "password",
        password.length() + " characters",
        SHORTEST + " to " + LONGEST);
    problems.require(
        low.chars().distinct().count() >= FEWEST_CHARACTERS && !isRun(low) && !isRepeated(low),
        "password",
        "a run or a repetition",
        "no run such as 1234567890 and no repetition such as aaaaaaaaaa");
    problems.require(
        !common.contains(low) && !common.contains(letters),
        "password",
        "a well-known password",
        "one that others do not use");
    problems.require(
        user.length() < SHORTEST_NAME || !low.contains(user.toLowerCase(Locale.ROOT)),
        "password",
        "it holds the name of the user",
        "one without the name");
    problems.refuse("The password cannot be used");
  }

  /** Whether each sign follows the one before by the same step, 0 after 9. */
  private static boolean isRun(String text) {
    for (int i = 2; i < text.length(); i++) {
      int before = Math.floorMod(text.charAt(i - 1) - text.charAt(i - 2), 10);
      if (Math.floorMod(text.charAt(i) - text.charAt(i - 1), 10) != before) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRepeated(String text) {
    return text.matches("(?s)(.{1,8}?)\\1+.{0,3}") && text.length() > 2;
  }
}
