package org.millrace.paper.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A text with gaps that the fields of a JSON object fill: {@code {{customer.name}}}, formatted as
 * {@code {{netAmount|money}}}, with the decimals of the nearest field {@code currency}, or as
 * {@code {{amount|money:documentCurrency}}} of the one named; {@code {{#lines}} … {{/lines}}} is
 * repeated for each of a list or written where there is something, {@code {{^note}} … {{/note}}}
 * where there is nothing, and {@code {{>foot}}} is the part of that name. What fills a gap is never
 * read as XHTML.
 */
public final class Template {
  private static final Pattern TAG =
      Pattern.compile("\\{\\{([#^/>]?)\\s*([\\w.-]+)\\|?(\\w*)(?::(\\w+))?\\}\\}");
  private static final int DEEPEST = 5;

  private final List<Piece> pieces;
  private final UnaryOperator<String> written;

  private Template(List<Piece> pieces, UnaryOperator<String> written) {
    this.pieces = pieces;
    this.written = written;
  }

  /** A text, a gap, or a section with what is in it. */
  private record Piece(char kind, String text, String format, String currency, List<Piece> inner) {
    private static Piece of(char kind, String text, List<Piece> inner) {
      return new Piece(kind, text, "", "", inner);
    }
  }

  /** A template of a page that is this text; its parts are found by their names. */
  static Template page(String text, UnaryOperator<String> parts) {
    return parsed(text, parts, Template::escaped);
  }

  /** A template of plain text, such as that of a mail. */
  static Template plain(String text, UnaryOperator<String> parts) {
    return parsed(text, parts, plain -> plain);
  }

  private static Template parsed(
      String text, UnaryOperator<String> parts, UnaryOperator<String> written) {
    String whole = text;
    for (int i = 0; i < DEEPEST && whole.contains("{{>"); i++) {
      whole = withParts(whole, parts);
    }
    Matcher tags = TAG.matcher(whole);
    return new Template(pieces(whole, tags, new int[1], ""), written);
  }

  private static String withParts(String text, UnaryOperator<String> parts) {
    return TAG.matcher(text)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    tag.group(1).equals(">") ? parts.apply(tag.group(2)) : tag.group()));
  }

  private static List<Piece> pieces(String text, Matcher tags, int[] at, String section) {
    List<Piece> pieces = new ArrayList<>();
    while (tags.find()) {
      pieces.add(Piece.of('.', text.substring(at[0], tags.start()), List.of()));
      at[0] = tags.end();
      String name = tags.group(2);
      switch (tags.group(1)) {
        case "#", "^" ->
            pieces.add(Piece.of(tags.group(1).charAt(0), name, pieces(text, tags, at, name)));
        case "/" -> {
          if (!name.equals(section)) {
            throw new IllegalArgumentException("Section " + section + " ends as " + name);
          }
          return pieces;
        }
        default -> pieces.add(new Piece('=', name, tags.group(3), currencyOf(tags), List.of()));
      }
    }
    if (!section.isEmpty()) {
      throw new IllegalArgumentException("Section " + section + " has no end");
    }
    pieces.add(Piece.of('.', text.substring(at[0]), List.of()));
    return pieces;
  }

  private static String currencyOf(Matcher tag) {
    return tag.group(4) == null ? "currency" : tag.group(4);
  }

  /** The text with its gaps filled. */
  public String filled(JsonNode fields) {
    StringBuilder out = new StringBuilder();
    Deque<JsonNode> stack = new ArrayDeque<>();
    stack.push(fields);
    write(pieces, stack, out);
    return out.toString();
  }

  private void write(List<Piece> pieces, Deque<JsonNode> stack, StringBuilder out) {
    for (Piece piece : pieces) {
      switch (piece.kind()) {
        case '.' -> out.append(piece.text());
        case '=' ->
            out.append(
                written.apply(
                    PaperFormat.of(
                        found(piece.text(), stack),
                        piece.format(),
                        found(piece.currency(), stack))));
        case '^' -> {
          if (isNothing(found(piece.text(), stack))) {
            write(piece.inner(), stack, out);
          }
        }
        default -> section(piece, stack, out);
      }
    }
  }

  private void section(Piece piece, Deque<JsonNode> stack, StringBuilder out) {
    JsonNode value = found(piece.text(), stack);
    if (isNothing(value)) {
      return;
    }
    Iterable<JsonNode> each = value.isArray() ? value : List.of(value);
    for (JsonNode one : each) {
      stack.push(one);
      write(piece.inner(), stack, out);
      stack.pop();
    }
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || value.isArray() && value.isEmpty()
        || value.isString() && value.asString().isEmpty()
        || value.isBoolean() && !value.booleanValue();
  }

  /** The field in the innermost section that has it. */
  private static JsonNode found(String path, Deque<JsonNode> stack) {
    JsonNode value = stack.element();
    for (JsonNode scope : stack) {
      value = scope;
      for (String step : path.split("\\.")) {
        value = value.path(step);
      }
      if (!value.isMissingNode()) {
        return value;
      }
    }
    return value;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
  }
}
