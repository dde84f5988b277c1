package org.millrace.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/**
 * The description says of every amount in which currency it is: that of the company, or the one
 * that a field names which really stands there.
 */
class EveryAmountTest {
  /** What a number is whose name ends so, or is that: anything but an amount. */
  private static final Pattern NO_AMOUNT =
      Pattern.compile(
          "(?i).*(percent|days\\w*|hours|hoursPer\\w+|rate|factor|score|weight|weightKg"
              + "|quantity|level|share)|[xyz]|per");

  /** Numbers that are no amounts, or not always, and amounts whose currency stands elsewhere. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "LedgerCheck.expected", "an amount of the company, or what is counted",
          "LedgerCheck.found", "an amount of the company, or what is counted",
          "LedgerCheck.difference", "an amount of the company, or what is counted",
          "PurchasingBlockedBillDifference.billed", "a quantity, a price or an amount",
          "PurchasingBlockedBillDifference.expected", "a quantity, a price or an amount",
          "PurchasingBlockedBillDifference.most", "a quantity, a price or an amount",
          "PurchasingBlockedBillDifference.difference", "a quantity, a price or an amount",
          "SourcingOffer.offeredPrice", "in the currency of the answer of its supplier");

  /** Figures of a file, checked by themselves: the rules of electronic invoices know no company. */
  private static final Pattern OF_FILES = Pattern.compile("EinvoiceFigures.*|TaxChecksAsked.*");

  private final JsonNode api = TestingCore.running().get("/api/docs/openapi").expecting(200).json();

  /** Whether what stands there is read or written. */
  private enum Way {
    ASKED,
    ANSWERED
  }

  /** A record with those around it, innermost first, and the request that it answers. */
  private record Place(String name, Way way, List<JsonNode> around, List<JsonNode> request) {
    private Place within(String schema, JsonNode record) {
      List<JsonNode> all = new ArrayList<>(List.of(record));
      all.addAll(around);
      return new Place(schema, way, all, request);
    }
  }

  @Test
  void everyNumberThatIsAnAmountIsCalledOne() {
    Set<String> bare = new TreeSet<>();
    for (Map.Entry<String, JsonNode> schema : api.at("/components/schemas").properties()) {
      schema.getValue().path("properties").properties().stream()
          .filter(field -> isBareNumber(field.getValue()))
          .filter(field -> !NO_AMOUNT.matcher(field.getKey()).matches())
          .filter(field -> !OF_FILES.matcher(schema.getKey()).matches())
          .map(field -> schema.getKey() + "." + field.getKey())
          .filter(field -> !OTHERWISE.containsKey(field))
          .forEach(bare::add);
    }
    assertThat(bare).as("amounts without @Amount").isEmpty();
  }

  private static boolean isBareNumber(JsonNode field) {
    return field.path("type").asString("").equals("number") && !field.has("format");
  }

  @Test
  void everyAmountInAnotherCurrencyNamesTheFieldThatSaysIt() {
    Set<String> wrong = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      boolean isChosen =
          requestOf(path.getValue().path("post"))
              .filter(body -> body.at("/properties").has("currency"))
              .isPresent();
      for (JsonNode operation : path.getValue()) {
        List<JsonNode> request = requestOf(operation).stream().toList();
        operation
            .path("requestBody")
            .findValues("schema")
            .forEach(s -> walk(s, new Place("", Way.ASKED, List.of(), List.of()), seen, wrong));
        operation
            .at("/responses/200")
            .findValues("schema")
            .forEach(s -> walk(s, new Place("", Way.ANSWERED, List.of(), request), seen, wrong));
      }
      if (isChosen) {
        answersOf(path.getValue()).forEach(a -> wrong.addAll(unsaid(path.getKey(), a)));
      }
    }
    assertThat(seen).hasSizeGreaterThan(200);
    assertThat(wrong).isEmpty();
  }

  private Optional<JsonNode> requestOf(JsonNode operation) {
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(followed(schema));
  }

  private Stream<JsonNode> answersOf(JsonNode path) {
    return Stream.of("get", "post")
        .map(method -> path.path(method).at("/responses/200/content/application~1json/schema"))
        .filter(schema -> !schema.isMissingNode())
        .map(this::followed)
        .map(answer -> answer.at("/properties").has("rows") ? rows(answer) : answer);
  }

  private JsonNode rows(JsonNode answer) {
    return followed(answer.at("/properties/rows/items"));
  }

  /**
   * Where who asks chooses the currency, what is answered has it beside the amounts of the company,
   * or says of every amount whose it is.
   */
  private static List<String> unsaid(String path, JsonNode answer) {
    JsonNode fields = answer.at("/properties");
    return fields.has("foreign")
        ? List.of()
        : fields.properties().stream()
            .filter(field -> isAmount(field.getValue()) && !field.getValue().has("x-currency"))
            .map(field -> path + " answers " + field.getKey() + " in which currency?")
            .toList();
  }

  private static boolean isAmount(JsonNode field) {
    return field.path("format").asString("").equals("money");
  }

  private void walk(JsonNode schema, Place place, Set<String> seen, Set<String> wrong) {
    JsonNode found = followed(schema);
    String name = schema.path("$ref").asString(place.name()).replaceFirst(".*/", "");
    if (found.has("items")) {
      walk(found.path("items"), place, seen, wrong);
    }
    if (!found.has("properties") || place.around().contains(found)) {
      return;
    }
    Place here = place.within(name, found);
    seen.add(name);
    boolean hasOther = found.path("properties").properties().stream().anyMatch(this::isOther);
    for (Map.Entry<String, JsonNode> field : found.path("properties").properties()) {
      Optional<String> named =
          Optional.ofNullable(field.getValue().get("x-currency")).map(JsonNode::asString);
      String where = name + "." + field.getKey();
      if (here.way() == Way.ANSWERED && named.filter(at -> !isThere(here, at)).isPresent()) {
        wrong.add(where + " is in " + named.get() + ", which is nowhere around it");
      }
      if (isAmount(field.getValue()) && named.isEmpty() && hasOther) {
        wrong.add(where + " stands beside another currency and names none");
      }
      walk(field.getValue(), here, seen, wrong);
    }
  }

  /** A field that names a currency which is not simply that of the document. */
  private boolean isOther(Map.Entry<String, JsonNode> field) {
    return !field.getKey().equals("currency")
        && field.getValue().path("pattern").asString("").equals("^[A-Z]{3}$");
  }

  private boolean isThere(Place place, String path) {
    return path.equals("company")
        || Stream.concat(place.around().stream(), place.request().stream())
            .anyMatch(record -> has(record, path));
  }

  private boolean has(JsonNode record, String path) {
    JsonNode found = record;
    for (String name : path.split("\\.")) {
      found = followed(found.at("/properties").path(name));
    }
    return found.path("pattern").asString("").equals("^[A-Z]{3}$");
  }

  private JsonNode followed(JsonNode schema) {
    JsonNode reference = schema.get("$ref");
    return reference == null ? schema : api.at(reference.asString().substring(1));
  }
}
