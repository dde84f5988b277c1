package org.millrace.einvoice.xml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.einvoice.EInvoiceRefused;

/**
 * An element by the short name of its namespace ({@code cbc:ID}), with what is in it. Paths name
 * elements below it, {@code cac:Party/cac:Contact}; text is stripped, and blank is absent.
 */
public record Element(
    String name, Map<String, String> attributes, String text, List<Element> children) {
  public Element {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** All elements at the path. */
  public List<Element> all(String path) {
    List<Element> found = List.of(this);
    for (String step : path.split("/")) {
      found =
          found.stream()
              .flatMap(one -> one.children.stream())
              .filter(child -> child.name.equals(step))
              .toList();
    }
    return found;
  }

  public Optional<Element> first(String path) {
    return all(path).stream().findFirst();
  }

  public Element require(String path) {
    return first(path).orElseThrow(() -> missing(path));
  }

  public Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute))
        .map(String::strip)
        .filter(Element::isSaid);
  }

  public Optional<String> text(String path) {
    return all(path).stream().map(Element::text).filter(Element::isSaid).findFirst();
  }

  public String requireText(String path) {
    return text(path).orElseThrow(() -> missing(path));
  }

  public Optional<BigDecimal> decimal(String path) {
    return text(path).map(parsed(path, BigDecimal::new));
  }

  public BigDecimal requireDecimal(String path) {
    return decimal(path).orElseThrow(() -> missing(path));
  }

  /** A day as {@code 2026-04-13}; an offset behind it is left out. */
  public Optional<LocalDate> day(String path) {
    return text(path)
        .map(parsed(path, text -> LocalDate.parse(text.substring(0, Math.min(10, text.length())))));
  }

  public LocalDate requireDay(String path) {
    return day(path).orElseThrow(() -> missing(path));
  }

  private EInvoiceRefused missing(String path) {
    return new EInvoiceRefused(path + " is missing in " + name + ".");
  }

  private <T> Function<String, T> parsed(String path, Function<String, T> parser) {
    return text -> {
      try {
        return parser.apply(text);
      } catch (NumberFormatException | DateTimeException e) {
        throw new EInvoiceRefused(
            path + " in " + name + " holds \"" + text + "\", which cannot be read.", e);
      }
    };
  }

  private static boolean isSaid(String text) {
    return !text.isBlank();
  }
}
