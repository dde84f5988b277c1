package org.millrace.dashboards.cockpit.page;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.page.Page;
import tools.jackson.databind.JsonNode;

/**
 * A list as a workbook of one sheet: numbers are numbers, days are days, words are in the language
 * asked for, and what begins like a formula is text.
 */
final class Workbook implements AutoCloseable {
  private static final int LONGEST_NAME = 31;
  private static final String DAY = "yyyy-mm-dd";
  private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
  private static final int FLUSHED = 500;

  private final Page page;
  private final List<String> columns;
  private final Language language;
  private final ZoneId zone;
  private final org.dhatim.fastexcel.Workbook book;
  private final Worksheet sheet;
  private int row = 1;

  /** How people read it: in which language, and in which zone its moments are told. */
  record Reader(Language language, ZoneId zone) {}

  Workbook(OutputStream out, Page page, List<String> columns, Reader reader) {
    this.page = page;
    this.columns = List.copyOf(columns);
    this.language = reader.language();
    this.zone = reader.zone();
    this.book = new org.dhatim.fastexcel.Workbook(out, "Millrace", null);
    this.sheet = book.newWorksheet(name(page.words().title().in(language)));
    for (int at = 0; at < columns.size(); at++) {
      sheet.value(0, at, page.field(columns.get(at)).label().in(language));
      sheet.style(0, at).bold().set();
    }
    sheet.freezePane(0, 1);
  }

  private static String name(String title) {
    String bare = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    return bare.substring(0, Math.min(LONGEST_NAME, bare.length()));
  }

  /** Adds a document of the list. */
  void add(JsonNode document) throws IOException {
    for (int at = 0; at < columns.size(); at++) {
      Optional<JsonNode> value = value(document, columns.get(at));
      if (value.isPresent()) {
        cell(at, page.field(columns.get(at)), value.get());
      }
    }
    row++;
    if (row % FLUSHED == 0) {
      sheet.flush();
    }
  }

  /** Says below the rows what is not among them. */
  void note(String text) {
    sheet.value(row++, 0, text);
  }

  /** The value at customer.name; a record stands for its code. */
  private static Optional<JsonNode> value(JsonNode document, String field) {
    JsonNode found = document;
    for (String name : field.split("\\.")) {
      found = found.path(name);
    }
    JsonNode bare = found.isObject() ? found.path("code") : found;
    return bare.isMissingNode() || bare.isNull() ? Optional.empty() : Optional.of(bare);
  }

  private void cell(int at, Page.Field field, JsonNode value) {
    switch (field.kind()) {
      case MONEY, QUANTITY, NUMBER -> sheet.value(row, at, new BigDecimal(value.asString()));
      case DATE -> {
        sheet.value(row, at, LocalDate.parse(value.asString()));
        sheet.style(row, at).format(DAY).set();
      }
      case MOMENT -> {
        sheet.value(row, at, LocalDateTime.ofInstant(Instant.parse(value.asString()), zone));
        sheet.style(row, at).format(MOMENT).set();
      }
      case YES_NO -> sheet.value(row, at, value.asBoolean());
      case LIST ->
          sheet.value(
              row,
              at,
              value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
      default -> sheet.value(row, at, word(field, value.asString()));
    }
  }

  private String word(Page.Field field, String text) {
    return Optional.ofNullable(field.words().get(text)).map(w -> w.in(language)).orElse(text);
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
