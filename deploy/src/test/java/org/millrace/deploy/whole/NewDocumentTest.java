package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.deploy.whole.MillraceCommand.Outcome;

/**
 * A developer adds inspections of goods, as docs/recipes/add-a-document.md says, and the whole
 * house has them: the next document costs at most 12 new files and 400 lines, and no other file is
 * edited.
 */
@Tag("slow")
class NewDocumentTest {
  private static final String CODE = "transactional/src/main/java/org/millrace/quality/";
  private static final String CONTRACT = "transactional/contracts/quality/inspection-changed.v1.";
  private static final String MIGRATION =
      "transactional/src/main/resources/db/migration/quality/V1__inspections.sql";
  private static final String TABLE = "warehouse/tables/quality/silver/inspection_line/table.yaml";
  private static final String PAGE = "dashboards/pages/quality/inspection/page.yaml";

  /** One that an instance of an earlier test lacks. */
  private static final String COMPANY =
      "MILL-" + Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);

  private static Checkout checkout;
  private static MillraceCommand millrace;
  private static CoreUser admin;
  private static CockpitUser reader;
  private static Set<String> made;

  @BeforeAll
  static void addInspections() throws Exception {
    Path folder = Path.of("target/whole/new-document").toAbsolutePath();
    checkout = Checkout.in(folder.resolve("checkout"));
    millrace = new MillraceCommand(checkout.copy(), folder.resolve("home"), 18_600, Map.of());
    millrace.expect("new", "document", "quality/inspection", "--zh", "检验单");
    rejectsMoreThanCame();
    checkout.maven(
        "-pl",
        "transactional",
        "-am",
        "package",
        "-Dtest=ContractTest,EveryEventTest",
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "-Dtest.jvm.flags=-Dcontracts.accept=true");
    made = new TreeSet<>(checkout.changes());
    millrace.up();
    String password = Files.readString(millrace.home().resolve("secrets/admin.password")).strip();
    admin = CoreUser.login(millrace, "admin", password);
    admin.post("/api/companies", Map.of("code", COMPANY, "name", "Mill", "currency", "EUR"));
    admin.post("/api/companies/" + COMPANY + "/items", Map.of("code", "BELL", "name", "Bell"));
    reader = CockpitUser.login(millrace, "admin", password);
  }

  @AfterAll
  static void leaveNoProcess() {
    millrace.expect("down");
    assertThat(millrace.processesLeft()).isEmpty();
  }

  /** The business rule: of each line so much was rejected, at most what was inspected. */
  private static void rejectsMoreThanCame() throws Exception {
    checkout.edit(
        CODE + "Inspection.java",
        "record Line(int line, ItemCode item, Quantity quantity)",
        "record Line(int line, ItemCode item, Quantity quantity, Quantity rejected)");
    checkout.edit(
        CODE + "Inspection.java",
        "record RequestLine(ItemCode item, Quantity quantity)",
        "record RequestLine(ItemCode item, Quantity quantity, Optional<Quantity> rejected)");
    checkout.edit(
        CODE + "Inspection.java",
        "      lines.add(new Line(lines.size() + 1, line.item(), line.quantity()));\n",
        "      Quantity rejected = line.rejected().orElse(Quantity.of(0));\n"
            + "      boolean isPossible = rejected.value().signum() >= 0\n"
            + "          && rejected.value().compareTo(line.quantity().value()) <= 0;\n"
            + "      String its = \"lines.\" + (lines.size() + 1) + \".rejected\";\n"
            + "      problems.require(isPossible, its, rejected, \"0 to \" + line.quantity());\n"
            + "      lines.add(\n"
            + "          new Line(lines.size() + 1, line.item(), line.quantity(), rejected));\n");
    checkout.edit(
        MIGRATION, "  quantity numeric", "  rejected numeric not null,\n  quantity numeric");
    checkout.edit(
        CONTRACT + "schema.json",
        "\"quantity\": {\"type\": \"number\"}",
        "\"rejected\": {\"type\": \"number\"},\n"
            + "              \"quantity\": {\"type\": \"number\"}");
    checkout.edit(
        CONTRACT + "schema.json",
        "\"item\", \"quantity\"]",
        "\"item\", \"quantity\", \"rejected\"]");
    checkout.edit(CONTRACT + "example.json", "\"quantity\": 2", "\"quantity\": 2, \"rejected\": 1");
    checkout.edit(
        TABLE,
        "columns:\n",
        """
        columns:
          rejected:
            label: {en: Rejected, zh: 不合格数量}
            meaning: {en: Quantity rejected, zh: 不合格的数量}
            unit: unit of the item
        """);
    checkout.edit(PAGE, "[line, item, quantity]", "[line, item, quantity, rejected]");
    checkout.edit(PAGE, "[item, quantity]", "[item, quantity, rejected]");
  }

  @Test
  void costsATenthOfTheFirstOnes() throws Exception {
    assertThat(made).hasSizeLessThanOrEqualTo(12).noneMatch(file -> file.contains(": "));
    assertThat(checkout.lines(made)).isLessThanOrEqualTo(400);
    Outcome again = millrace.run("new", "document", "quality/inspection", "--zh", "检验单");
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.output()).contains("is there already; nothing was written");
  }

  @Test
  void livesFromTheDraftToTheBoard() throws Exception {
    String at = "/api/companies/" + COMPANY + "/quality/inspections";
    JsonNode draft = admin.post(at, request(4, 1));
    assertThat(draft.path("number").asText()).startsWith("IN-");
    assertThat(admin.refused(at, request(4, 5))).contains("lines.1.rejected", "0 to 4");
    String one = at + "/" + draft.path("number").asText();
    admin.post(one + "/post", Map.of(), 1);
    JsonNode posted = admin.get(one);
    assertThat(posted.path("status").asText()).isEqualTo("posted");
    assertThat(posted.path("steps").toString()).contains("cannot be cancelled: it is posted");
    assertThat(admin.get(one + "/history")).hasSize(2);
    assertThat(admin.get(at + "?status=posted").path("total").asInt()).isPositive();

    String number = draft.path("number").asText();
    millrace.awaitFigure("select status from inspection" + ofIts(number), "posted");
    assertThat(millrace.figure("select rejected from inspection_line" + ofIts(number)))
        .startsWith("1");
    assertThat(reader.get("/data/boards/supply/charts/inspections?company=" + COMPANY))
        .contains(number);
    assertThat(reader.get("/data/pages")).contains("\"quality/inspection\"", "检验单");
  }

  @Test
  void comesInAndGoesOutByFiles() throws Exception {
    Path file = millrace.home().resolve("inspections.csv");
    Files.writeString(
        file,
        "number,day,subject,lines.item,lines.quantity,lines.rejected\n"
            + "A,2026-11-02,Two lines,BELL,3,\n"
            + "A,2026-11-02,Two lines,BELL,5,2\n"
            + "B,2026-11-02,Wrong,BELL,1,2\n");
    Outcome imported = millrace.run("import", "inspections", file.toString(), "--company", COMPANY);
    assertThat(imported.output()).contains("line 4, lines.rejected '2'");
    List<String> rows =
        millrace.expect("export", "inspections", "--company", COMPANY).lines().toList();
    assertThat(rows.get(0)).startsWith("number,day,subject,status,").contains("lines.rejected");
    assertThat(rows).filteredOn(row -> row.contains("Two lines")).hasSize(2);
    assertThat(rows).noneMatch(row -> row.contains("Wrong"));
  }

  private static String ofIts(String number) {
    return " where company = '%s' and number = '%s'".formatted(COMPANY, number);
  }

  private static Map<String, Object> request(int quantity, int rejected) {
    Map<String, Object> line = Map.of("item", "BELL", "quantity", quantity, "rejected", rejected);
    return Map.of("day", "2026-11-02", "subject", "Bells of the morning", "lines", List.of(line));
  }
}
