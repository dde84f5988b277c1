package org.millrace.einvoice.cii;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.millrace.einvoice.Delivery;
import org.millrace.einvoice.EInvoiceRefused;
import org.millrace.einvoice.xml.Element;
import org.millrace.einvoice.xml.Tag;

/** Days as CII writes them: 20260413 with the format 102. */
final class CiiDates {
  private static final String FORMAT = "102";

  private CiiDates() {}

  static Optional<LocalDate> day(Element element, String path) {
    return element
        .text(path + "/udt:DateTimeString")
        .or(() -> element.text(path + "/udt:DateString"))
        .or(() -> element.text(path + "/qdt:DateTimeString"))
        .or(() -> element.text(path + "/udt:DateTime"))
        .map(CiiDates::parsed);
  }

  private static LocalDate parsed(String text) {
    try {
      return text.contains("-")
          ? LocalDate.parse(text.substring(0, Math.min(10, text.length())))
          : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new EInvoiceRefused("\"" + text + "\" is no day written as 20260413.", e);
    }
  }

  static Optional<Delivery.Span> span(Element element, String path) {
    return element
        .first(path)
        .map(one -> new Delivery.Span(day(one, "ram:StartDateTime"), day(one, "ram:EndDateTime")))
        .filter(one -> one.from().isPresent() || one.to().isPresent());
  }

  static void write(Tag tag, String name, Optional<LocalDate> day) {
    write(tag, name, "udt:DateTimeString", day);
  }

  static void write(Tag tag, String name, String type, Optional<LocalDate> day) {
    day.ifPresent(
        one ->
            tag.open(name)
                .leaf(type, one.format(DateTimeFormatter.BASIC_ISO_DATE))
                .with("format", FORMAT));
  }

  static void write(Tag tag, String name, Delivery.Span span) {
    Tag opened = tag.open(name);
    write(opened, "ram:StartDateTime", span.from());
    write(opened, "ram:EndDateTime", span.to());
  }
}
