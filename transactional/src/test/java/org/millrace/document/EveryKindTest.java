package org.millrace.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.TestingCore;
import org.millrace.TestingFirm;
import org.millrace.database.Transactions;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.mapping.ColumnType.Family;
import org.millrace.document.mapping.RecordMapping.Column;
import org.millrace.document.number.DocumentNumber;
import org.millrace.json.Json;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import tools.jackson.databind.JsonNode;

/** Every kind of document in its table, walked as the kernel knows them. */
class EveryKindTest {
  private static final TestingCore CORE = TestingCore.running();
  private static final CompanyCode COMPANY = TestingFirm.once().company();
  private static final Map<String, ListAnswer<?>> WHOLE = new HashMap<>();
  private static final Caller SEES_ALL =
      new Caller("tester", Map.of(Caller.EVERY_COMPANY, Set.of(Caller.COSTS)), Map.of());

  static List<String> kinds() {
    return CORE.bean(DocumentStores.class).kinds().stream().map(DocumentKind::name).toList();
  }

  /** Of a kind that is new there may be none, until the firm does something with it. */
  @Test
  void hasDocumentsOfAllKindsToWalk() {
    assertThat(kinds())
        .filteredOn(kind -> page(documents(kind), Map.of()).total() > 0)
        .hasSizeGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Record> void findsEachDocumentByEachOfItsFieldsAndNoOther(String name) {
    Documents<T> documents = documents(name);
    for (Column column : documents.kind().mapping().columns()) {
      for (Object value : values(documents, column)) {
        for (String text : texts(value)) {
          assertThat(page(documents, Map.of(column.field(), text)).rows())
              .as("%s = %s", column.field(), text)
              .isNotEmpty()
              .allSatisfy(row -> assertThat(texts(value(documents, row, column))).contains(text));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Record> void narrowsNumbersDaysAndMomentsByBothBounds(String name) {
    Documents<T> documents = documents(name);
    for (Column column : documents.kind().mapping().columns()) {
      if (!Set.of(Family.NUMBER, Family.DATE, Family.MOMENT).contains(column.type().family())) {
        continue;
      }
      List<Object> values = values(documents, column);
      for (Object bound : values) {
        String text = texts(bound).get(0);
        for (String end : List.of(".from", ".to")) {
          List<Integer> sides =
              page(documents, Map.of(column.field() + end, text)).rows().stream()
                  .map(row -> compared(value(documents, row, column), bound))
                  .toList();
          assertThat(sides)
              .as("%s%s=%s", column.field(), end, text)
              .contains(0)
              .allMatch(side -> end.equals(".from") ? side >= 0 : side <= 0);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Record> void sortsByEachOfItsFieldsWhatHasNoneLast(String name) {
    Documents<T> documents = documents(name);
    List<String> all = numbers(documents, page(documents, Map.of()));
    for (Column column : documents.kind().mapping().columns()) {
      for (String sort : List.of(column.field(), "-" + column.field())) {
        ListAnswer<Versioned<T>> sorted = page(documents, Map.of(), sort);
        assertThat(numbers(documents, sorted)).as(sort).containsExactlyInAnyOrderElementsOf(all);
        List<Object> values = new ArrayList<>();
        sorted.rows().forEach(row -> values.add(value(documents, row, column)));
        int first = values.indexOf(null);
        List<Object> known = values.stream().filter(Objects::nonNull).toList();
        assertThat(first < 0 || first == known.size()).as(sort + ": " + values).isTrue();
        if (isOrdered(column)) {
          Comparator<Object> order = EveryKindTest::compared;
          assertThat(known)
              .as(sort)
              .isSortedAccordingTo(sort.startsWith("-") ? order.reversed() : order);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Record> void findsEachDocumentByWhatItsSearchLooksInto(String name) {
    Documents<T> documents = documents(name);
    Set<String> inLines = Set.copyOf(documents.kind().searchedInLines());
    for (String field : documents.kind().searched()) {
      if (inLines.contains(field)) {
        continue;
      }
      Column column = documents.kind().mapping().column(field);
      for (Versioned<T> row : page(documents, Map.of()).rows()) {
        for (String text : texts(value(documents, row, column))) {
          ListRequest search =
              new ListRequest(Optional.of(text), Map.of(), Optional.empty(), 1, 500);
          assertThat(numbers(documents, seen(() -> documents.page(COMPANY, search))))
              .as("%s: %s", field, text)
              .contains(documents.kind().numberOf(row.document()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Record> void showsEachDocumentOnceHoweverThePagesAreCut(String name) {
    Documents<T> documents = documents(name);
    List<String> all = numbers(documents, page(documents, Map.of()));
    List<String> walked = new ArrayList<>();
    for (int page = 1; ; page++) {
      ListRequest request = new ListRequest(Optional.empty(), Map.of(), Optional.empty(), page, 1);
      ListAnswer<Versioned<T>> one = seen(() -> documents.page(COMPANY, request));
      walked.addAll(numbers(documents, one));
      assertThat(one.total()).isEqualTo(all.size());
      assertThat(one.more()).isEqualTo(walked.size() < all.size());
      if (!one.more()) {
        break;
      }
    }
    assertThat(walked).isEqualTo(all).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Record> void exportsEachFieldAsItIs(String name) {
    Documents<T> documents = documents(name);
    DocumentKind<T> kind = documents.kind();
    String csv =
        CORE.get("/api/companies/" + COMPANY + "/exports/" + kind.listName()).expecting(200).body();
    assertThat(csv).startsWith(String.join(",", kind.exportColumns()));
    List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    String key =
        kind.mapping().columns().stream()
            .filter(column -> column.name().equals(kind.key()))
            .findFirst()
            .orElseThrow()
            .inFiles();
    for (Versioned<T> document : page(documents, Map.of()).rows()) {
      String number = kind.numberOf(document.document());
      List<NamedCsvRecord> own =
          rows.stream().filter(row -> row.getField(key).equals(number)).toList();
      assertThat(own).as(number).hasSize(Math.max(1, lines(kind, document)));
      for (Column column : kind.mapping().columns()) {
        assertThat(own.get(0).getField(column.inFiles()))
            .as(number + " " + column.inFiles())
            .isEqualTo(cell(value(documents, document, column)));
      }
    }
  }

  /** Writing what was read changes the version alone; a writer who read before that is refused. */
  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Record> void keepsADocumentThatIsWrittenAsItWasRead(String name) {
    Documents<T> documents = documents(name);
    if (isView(documents.kind())) {
      return;
    }
    for (Versioned<T> before : page(documents, Map.of()).rows()) {
      DocumentNumber number = new DocumentNumber(documents.kind().numberOf(before.document()));
      List<Documents.Change<T>> same = List.of(new Documents.Change<>(before, before.document()));
      undone(
          () -> {
            documents.change(same);
            Versioned<T> after = documents.named(COMPANY, number);
            assertThat(after.document()).isEqualTo(before.document());
            assertThat(after.version().number()).isEqualTo(before.version().number() + 1);
            assertThatThrownBy(() -> documents.change(same))
                .isInstanceOfSatisfying(
                    Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.STALE))
                .hasMessageStartingWith(documents.kind().titled(number) + " was changed by");
            assertThatThrownBy(() -> documents.locked(COMPANY, number, before.version()))
                .isInstanceOfSatisfying(
                    Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.STALE));
          });
    }
    assertThatThrownBy(() -> seen(() -> documents.named(COMPANY, new DocumentNumber("NONE"))))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.NOT_FOUND))
        .hasMessageContaining(" NONE in company " + COMPANY + ". Look it up in the list");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Record> void tellsEachActOnceAndWhyItIsNotPossible(String name) {
    Documents<T> documents = documents(name);
    for (Versioned<T> row : page(documents, Map.of()).rows()) {
      List<Step> steps = documents.kind().steps(row.document());
      assertThat(steps).extracting(Step::act).doesNotHaveDuplicates();
      assertThat(steps)
          .allSatisfy(
              step -> {
                assertThat(step.reason().isPresent()).isNotEqualTo(step.allowed());
                assertThat(step.reason().orElse("Possible.")).endsWith(".");
              });
    }
  }

  /**
   * Each change begins where the one before ended, and together they come to what is there; but for
   * costs, which papers that come later correct by events of their own.
   */
  @ParameterizedTest
  @MethodSource("kinds")
  <T extends Record> void tellsHowEachDocumentBecameWhatItIs(String name) {
    Documents<T> documents = documents(name);
    Set<String> costs = documents.kind().hiddenIn(COMPANY); // from nobody in particular
    for (Versioned<T> row : page(documents, Map.of()).rows()) {
      List<DocumentHistory.Entry> entries =
          seen(() -> CORE.bean(DocumentHistory.class).of(documents.kind(), row));
      Map<String, JsonNode> told = new TreeMap<>();
      Set<String> gone = new TreeSet<>();
      for (int i = entries.size() - 1; i >= 0; i--) {
        for (DocumentHistory.Changed changed : entries.get(i).changes()) {
          assertThat(Optional.ofNullable(told.get(changed.field()))).isEqualTo(changed.before());
          changed
              .after()
              .ifPresentOrElse(
                  value -> told.put(changed.field(), value), () -> told.remove(changed.field()));
          gone.add(changed.field());
        }
      }
      JsonNode now = Json.mapper().valueToTree(row.document());
      assertThat(told).as(name + " " + documents.kind().numberOf(row.document())).isNotEmpty();
      gone.removeAll(told.keySet());
      told.keySet().removeIf(field -> costs.contains(field.replaceAll("\\.\\d+", "")));
      told.forEach(
          (field, value) ->
              assertThat(now.at(place(field)).asString(value.asString()))
                  .as(documents.kind().numberOf(row.document()) + " " + field)
                  .isEqualTo(value.asString()));
      assertThat(gone)
          .allSatisfy(field -> assertThat(now.at(place(field)).isMissingNode()).isTrue());
    }
  }

  /** The place of a field in JSON, where a list begins with 0. */
  private static String place(String field) {
    return Arrays.stream(field.split("\\."))
        .map(part -> part.matches("\\d+") ? "" + (Integer.parseInt(part) - 1) : part)
        .collect(Collectors.joining("/", "/", ""));
  }

  private static boolean isView(DocumentKind<?> kind) {
    String[] table = kind.table().split("\\.");
    return CORE.jdbc()
            .sql("select 1 from information_schema.views where table_schema = ? and table_name = ?")
            .params(table[0], table[1])
            .query()
            .listOfRows()
            .size()
        == 1;
  }

  private static <T extends Record> int lines(DocumentKind<T> kind, Versioned<T> document) {
    return kind.lines().keySet().stream()
        .limit(kind.isMaster() ? kind.lines().size() : 1)
        .mapToInt(list -> kind.mapping().lines(document.document(), list).size())
        .max()
        .orElse(1);
  }

  /** A value as it stands in files: moments to the second, several words with commas between. */
  private static String cell(Object value) {
    return value instanceof OffsetDateTime moment
        ? moment.toInstant().truncatedTo(ChronoUnit.SECONDS).toString()
        : String.join(", ", texts(value));
  }

  private static boolean isOrdered(Column column) {
    return Set.of(Family.NUMBER, Family.DATE, Family.MOMENT, Family.FLAG)
        .contains(column.type().family());
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // values of one column are of one type
  private static int compared(Object one, Object other) {
    return Objects.requireNonNull((Comparable) one).compareTo(other);
  }

  /** A value as people write it into the filter of a list. */
  private static List<String> texts(Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof Object[] several) {
      return Arrays.stream(several).map(String::valueOf).toList();
    }
    if (value instanceof BigDecimal number) {
      return List.of(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
    return value instanceof OffsetDateTime moment
        ? List.of(moment.toInstant().toString())
        : List.of(value.toString());
  }

  private static <T extends Record> List<Object> values(Documents<T> documents, Column column) {
    Set<Object> values = new LinkedHashSet<>();
    page(documents, Map.of()).rows().forEach(row -> values.add(value(documents, row, column)));
    return values.stream().filter(Objects::nonNull).limit(3).toList();
  }

  private static <T extends Record> Object value(
      Documents<T> documents, Versioned<T> row, Column column) {
    int place = documents.kind().mapping().columns().indexOf(column);
    return documents.kind().mapping().values(row.document()).get(place);
  }

  private static <T extends Record> List<String> numbers(
      Documents<T> documents, ListAnswer<Versioned<T>> page) {
    return page.rows().stream().map(row -> documents.kind().numberOf(row.document())).toList();
  }

  private static <T extends Record> ListAnswer<Versioned<T>> page(
      Documents<T> documents, Map<String, String> filters) {
    return filters.isEmpty() ? whole(documents) : page(documents, filters, documents.kind().sort());
  }

  /** All there is of a kind; nothing changes while these tests look, so that it is read once. */
  @SuppressWarnings("unchecked") // a kind is of one record
  private static <T extends Record> ListAnswer<Versioned<T>> whole(Documents<T> documents) {
    return (ListAnswer<Versioned<T>>)
        WHOLE.computeIfAbsent(
            documents.kind().name(), n -> page(documents, Map.of(), documents.kind().sort()));
  }

  private static <T extends Record> ListAnswer<Versioned<T>> page(
      Documents<T> documents, Map<String, String> filters, String sort) {
    Map<String, List<String>> asked = new TreeMap<>();
    filters.forEach((field, value) -> asked.put(field, List.of(value)));
    ListRequest request =
        new ListRequest(Optional.empty(), asked, Optional.of(sort), 1, ListRequest.LARGEST);
    return seen(() -> documents.page(COMPANY, request));
  }

  private static <R> R seen(Supplier<R> asked) {
    Caller.Turn turn = SEES_ALL.begin();
    try {
      return CORE.bean(Transactions.class).inOne(asked);
    } finally {
      turn.end();
    }
  }

  private static void undone(Runnable work) {
    RuntimeException undo = new RuntimeException("nothing of it stays");
    assertThatThrownBy(
            () ->
                seen(
                    () -> {
                      work.run();
                      throw undo;
                    }))
        .isSameAs(undo);
  }

  @SuppressWarnings("unchecked") // a test walks the kinds whatever their records
  private static <T extends Record> Documents<T> documents(String name) {
    return (Documents<T>) CORE.bean(DocumentStores.class).named(name);
  }
}
