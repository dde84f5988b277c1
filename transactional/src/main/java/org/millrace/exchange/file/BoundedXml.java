package org.millrace.exchange.file;

import java.io.IOException;
import java.io.Reader;

/**
 * The text of an XML part in which nothing that a parser holds at once is long: no tag, no value,
 * no comment and no run of text. A document type is refused, so there are no entities either.
 */
final class BoundedXml extends Reader {
  private static final int LONGEST = 1 << 19;

  private final Reader in;
  private final String part;
  private State state = State.TEXT;
  private char quote;
  private char last;
  private char beforeLast;
  private int length;

  private enum State {
    TEXT,
    TAG,
    QUOTED,
    MARKED,
    COMMENT,
    LITERAL,
    INSTRUCTION
  }

  BoundedXml(Reader in, String part) {
    this.in = in;
    this.part = part;
  }

  @Override
  public int read(char[] text, int from, int count) throws IOException {
    int read = in.read(text, from, count);
    for (int i = from; i < from + read; i++) {
      take(text[i]);
    }
    return read;
  }

  private void take(char c) {
    if (++length > LONGEST) {
      throw new FileUnreadable(
          part + " holds a text or tag of more than " + LONGEST + " characters.");
    }
    State next = next(c);
    if (next != state) {
      boolean isWithinTag = next == State.QUOTED || state == State.QUOTED || next == State.MARKED;
      length = isWithinTag ? length : 0;
      state = next;
    }
    beforeLast = last;
    last = c;
  }

  private State next(char c) {
    return switch (state) {
      case TEXT -> c == '<' ? State.TAG : State.TEXT;
      case TAG -> inTag(c);
      case QUOTED -> c == quote ? State.TAG : State.QUOTED;
      case MARKED -> marked(c);
      case COMMENT -> c == '>' && last == '-' && beforeLast == '-' ? State.TEXT : state;
      case LITERAL -> c == '>' && last == ']' && beforeLast == ']' ? State.TEXT : state;
      case INSTRUCTION -> c == '>' && last == '?' ? State.TEXT : state;
    };
  }

  private State inTag(char c) {
    if (c == '"' || c == '\'') {
      quote = c;
      return State.QUOTED;
    }
    if (last == '<' && (c == '!' || c == '?')) {
      return c == '!' ? State.MARKED : State.INSTRUCTION;
    }
    return c == '>' ? State.TEXT : State.TAG;
  }

  private State marked(char c) {
    if (c != '-' && c != '[') {
      throw new FileUnreadable(part + " declares a document type, as no workbook does.");
    }
    return c == '-' ? State.COMMENT : State.LITERAL;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
