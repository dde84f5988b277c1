package org.millrace.exchange.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How the text of a file is written: 1.234,50 has the decimal ',' and the thousands '.'. */
public record TextForm(
    Charset charset, char delimiter, char decimal, Optional<Character> thousands) {
  /** Comma separated values in UTF-8 with decimal points, as our own exports are. */
  public static TextForm ours() {
    return new TextForm(StandardCharsets.UTF_8, ',', '.', Optional.empty());
  }

  /** The same numbers in a file of ours. */
  public TextForm asOurs() {
    return new TextForm(ours().charset(), ours().delimiter(), decimal, thousands);
  }

  TextForm delimitedBy(char other) {
    return new TextForm(charset, other, decimal, thousands);
  }
}
