package org.millrace.exchange.propose;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.TextForm;
import org.tukaani.xz.XZInputStream;

/** The encoding and the delimiter of a text file, by its beginning. */
final class TextGuess {
  private static final int LOOKED_AT = 64 << 10;
  private static final int LINES = 30;
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int XZ_KILOBYTES = 72 << 10;

  private TextGuess() {}

  /** How the file is most likely written; decimals with a point. */
  static TextForm of(Path file, String name) {
    byte[] start = start(file, name);
    Charset charset = charset(start);
    String text = new String(start, charset);
    return new TextForm(charset, delimiter(text), '.', Optional.empty());
  }

  private static byte[] start(Path file, String name) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(8);
      byte[] first = raw.readNBytes(2);
      raw.reset();
      boolean isGzip = first.length == 2 && first[0] == 0x1F && (first[1] & 0xFF) == 0x8B;
      boolean isXz = first.length == 2 && (first[0] & 0xFF) == 0xFD && first[1] == '7';
      if (isGzip) {
        return new GZIPInputStream(raw).readNBytes(LOOKED_AT);
      }
      return isXz
          ? new XZInputStream(raw, XZ_KILOBYTES).readNBytes(LOOKED_AT)
          : raw.readNBytes(LOOKED_AT);
    } catch (IOException e) {
      throw new FileUnreadable(name + " cannot be read: " + e.getMessage());
    }
  }

  private static Charset charset(byte[] start) {
    boolean isLittle = start.length > 1 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE;
    boolean isBig = start.length > 1 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF;
    if (isLittle || isBig) {
      return StandardCharsets.UTF_16;
    }
    if (fits(start, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    Charset chinese = Charset.forName("GB18030");
    long han =
        new String(start, chinese)
            .codePoints()
            .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
            .count();
    // in Chinese texts most characters are of two such bytes, in others they stand alone
    boolean isChinese = fits(start, chinese) && han > 0 && foreign(start) * 10 >= han * 17;
    return isChinese ? chinese : Charset.forName("windows-1252");
  }

  /** Bytes beyond ASCII. */
  private static long foreign(byte[] start) {
    long count = 0;
    for (byte each : start) {
      count += each < 0 ? 1 : 0;
    }
    return count;
  }

  /** The last character may be cut. */
  private static boolean fits(byte[] start, Charset charset) {
    for (int cut = 0; cut < 4 && cut < start.length; cut++) {
      CharsetDecoder strict =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      try {
        if (strict.decode(ByteBuffer.wrap(start, 0, start.length - cut)) != null) {
          return true;
        }
      } catch (CharacterCodingException cutOrOther) {
        // shorter, or of another encoding
      }
    }
    return false;
  }

  /** The one that most lines have as often as their neighbours. */
  private static char delimiter(String text) {
    List<String> lines = text.lines().limit(LINES).filter(line -> !line.isBlank()).toList();
    char best = ',';
    long most = 0;
    for (char each : DELIMITERS) {
      long score = 0;
      long before = -1;
      for (String line : lines) {
        long count = line.chars().filter(c -> c == each).count();
        score += count > 0 && count == before ? 10 + count : Math.min(count, 1);
        before = count;
      }
      if (score > most) {
        most = score;
        best = each;
      }
    }
    return best;
  }
}
