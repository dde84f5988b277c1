package org.millrace.scenario.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.scenario.Books;
import org.millrace.scenario.Made;

/** An asset and its schedule at one moment, as the core tells them. */
public final class AssetState {
  /** The depreciation of a period. */
  record Row(
      LocalDate date,
      BigDecimal amount,
      BigDecimal accumulated,
      BigDecimal bookValue,
      boolean isBooked) {}

  private final JsonNode document;
  private final JsonNode schedule;

  private AssetState(JsonNode document, JsonNode schedule) {
    this.document = document;
    this.schedule = schedule;
  }

  /** How an asset stands now. */
  public static AssetState of(Books books, Made asset) {
    return new AssetState(books.get(asset.path()), books.get(asset.path() + "/schedule"));
  }

  /** An amount of the asset that the books of the company still hold. */
  public BigDecimal posted(String field) {
    return isDisposed() ? BigDecimal.ZERO : decimal(document.path(field));
  }

  boolean isDisposed() {
    return document.path("status").asText().equals("disposed");
  }

  /** How often its cost, life or value changed. */
  int changes() {
    int changes = 0;
    for (JsonNode change : document.path("changes")) {
      changes += change.has("units") ? 0 : 1;
    }
    return changes;
  }

  /** The names of its books, the one that is posted first. */
  List<String> books() {
    List<String> names = new ArrayList<>();
    document.path("books").forEach(book -> names.add(book.path("name").asText()));
    return names;
  }

  /** An amount of the asset. */
  BigDecimal amount(String field) {
    return decimal(document.path(field));
  }

  /** An amount of the asset in one book; none where it has none yet. */
  Optional<BigDecimal> amount(String book, String field) {
    return Optional.of(named(document.path("books"), book).path(field))
        .filter(value -> !value.isMissingNode())
        .map(AssetState::decimal);
  }

  /** What one unit costs in a book. */
  Optional<BigDecimal> perUnit(String book) {
    return Optional.of(named(schedule.path("books"), book).path("perUnit"))
        .filter(value -> !value.isMissingNode())
        .map(AssetState::decimal);
  }

  /** The schedule in a book. */
  List<Row> rows(String book) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : named(schedule.path("books"), book).path("rows")) {
      rows.add(
          new Row(
              LocalDate.parse(row.path("date").asText()),
              decimal(row.path("amount")),
              decimal(row.path("accumulatedDepreciation")),
              decimal(row.path("bookValue")),
              row.path("booked").asBoolean()));
    }
    return rows;
  }

  private static JsonNode named(JsonNode books, String name) {
    for (JsonNode book : books) {
      if (book.path("name").asText().equals(name)) {
        return book;
      }
    }
    throw new IllegalStateException("The asset has no book " + name);
  }

  private static BigDecimal decimal(JsonNode value) {
    return new BigDecimal(value.asText("0"));
  }
}
