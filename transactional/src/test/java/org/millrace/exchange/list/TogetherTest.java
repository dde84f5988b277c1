package org.millrace.exchange.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/**
 * Documents that a file brings in together are those that come one by one: the same documents under
 * the same numbers, the same refusals, the same events; one that is refused takes no other along.
 * {@code -Dtest.jvm.flags=-Dtogether=20} tries that many files of each list.
 */
class TogetherTest {
  private static final int DOCUMENTS = 40;
  private static final Map<String, String> EXPORTED =
      new TreeMap<>(
          Map.of(
              "parties", "code,name,roles,country",
              "items", "code,name,barcodes,materials",
              "sales-orders", "number,customer,lines",
              "purchase-orders", "number,supplier,lines",
              "quotations", "number,customer,lines",
              "opening-items", "number,party,source_number,amount",
              "invoices", "number,customer,lines,net_amount",
              "journal", "text,lines"));

  /** In an order in which what one needs is there. */
  private static final List<String> LISTS =
      List.of(
          "parties",
          "items",
          "sales-orders",
          "purchase-orders",
          "quotations",
          "opening-items",
          "invoices",
          "journal");

  private final TestingCore core = TestingCore.running();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("together", 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void makesWhatTheVerbMakesOneByOne(long seed) {
    CompanyCode together = openAShop();
    CompanyCode alone = openAShop();
    for (String list : LISTS) {
      if (list.equals("invoices")) {
        List.of(together, alone).forEach(this::receiveRims); // orders had to wait for them
      }
      Random random = new Random(seed);
      String head = head(list);
      List<String> documents = new ArrayList<>();
      for (int i = 1; i <= DOCUMENTS; i++) {
        documents.add(document(list, i, random));
      }
      List<String> refusedTogether = refused(together, list, head + String.join("", documents));
      List<String> refusedAlone = new ArrayList<>();
      documents.forEach(one -> refusedAlone.addAll(refused(alone, list, head + one)));
      String which = list + ", seed " + seed;
      assertThat(refusedTogether).as(which).isNotEmpty().containsExactlyElementsOf(refusedAlone);
      List<String> made = exported(together, list);
      assertThat(made).as(which).hasSizeGreaterThan(DOCUMENTS / 3).isEqualTo(exported(alone, list));
    }
    assertThat(events(together)).isEqualTo(events(alone));
    assertThat(lastNumbers(together)).isEqualTo(lastNumbers(alone));
    assertThat(reservations(together)).isNotEmpty().isEqualTo(reservations(alone));
  }

  private CompanyCode openAShop() {
    CompanyCode company = core.newCompany();
    String base = "/api/companies/" + company;
    make(
        base + "/parties",
        "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'IT',"
            + "'creditLimit':400}");
    make(base + "/parties", "{'code':'D','name':'Sells','roles':['supplier'],'country':'IT'}");
    make(base + "/items", "{'code':'BELL','name':'Bell'}");
    make(base + "/items", "{'code':'RIM','name':'Rim'}");
    core.send(
            "PUT",
            base + "/planning/item-policies/RIM",
            "{\"source\":\"buy\",\"leadDays\":9}",
            Map.of())
        .expecting(200);
    make(
        base + "/stock/movements",
        "{'lines':[{'item':'BELL','quantity':900,'unitCost':2},"
            + "{'item':'RIM','quantity':9,'unitCost':2}]}");
    return company;
  }

  private void receiveRims(CompanyCode company) {
    make(
        "/api/companies/" + company + "/stock/movements",
        "{'lines':[{'item':'RIM','quantity':90,'unitCost':2}]}");
  }

  private static String head(String list) {
    return switch (list) {
      case "parties" -> "code,name,roles,country\n";
      case "items" -> "code,name,barcodes.gtin,materials.item,materials.quantity\n";
      case "opening-items" -> "side,party,source_number,item_date,amount\n";
      case "journal" -> "number,text,lines.account,lines.debit,lines.credit\n";
      case "quotations" ->
          "number,customer,valid_until,lines.item,lines.quantity,lines.unit_price\n";
      case "purchase-orders" -> "number,supplier,lines.item,lines.quantity,lines.unit_price\n";
      default -> "number,customer,lines.item,lines.quantity,lines.unit_price\n";
    };
  }

  /** Of one to three rows; one in six has something wrong. */
  private static String document(String list, int number, Random random) {
    int wrong = random.nextInt(30);
    return switch (list) {
      case "parties" -> {
        String code = number == 7 ? "c" : wrong < 2 ? "p" + (number - 2) : "P" + number;
        String roles = wrong == 2 ? "maker" : wrong == 3 ? "company" : "customer";
        yield "%s,Party %d,%s,%s%n".formatted(code, number, roles, wrong == 4 ? "ITALY" : "IT");
      }
      case "items" -> {
        String code = number == 9 ? "bell" : wrong < 2 ? "i" + (number - 2) : "I" + number;
        String barcode = wrong == 2 ? "4006381333931" : wrong == 3 ? "4006381333932" : "";
        String material =
            wrong == 4 ? "NONE" : wrong == 5 ? code : "I" + random.nextInt(number + 1);
        yield "%s,Item %d,%s,%s%n"
            .formatted(code, number, barcode, random.nextInt(3) == 0 ? material + ",1" : ",");
      }
      case "opening-items" -> {
        String party = wrong == 0 ? "NOBODY" : random.nextBoolean() ? "C" : "D";
        int source = wrong == 1 || wrong == 2 ? number - 1 : number;
        String amount = wrong == 3 ? "1.234" : "" + (1 + random.nextInt(99));
        yield "receivables,%s,S%d,2026-01-02,%s%n".formatted(party, source, amount);
      }
      case "journal" -> {
        String account = wrong == 0 ? "9999" : wrong == 1 ? "1200" : "6000";
        int amount = 1 + random.nextInt(99);
        yield "%d,Rent,%s,%d,%n%d,Rent,1000,,%d%n"
            .formatted(number, account, amount, number, wrong == 2 ? amount + 1 : amount);
      }
      default -> {
        String party = wrong == 0 ? "NOBODY" : wrong == 1 ? "D" : "C";
        String day = list.equals("quotations") ? (wrong == 2 ? ",1999-01-01" : ",2999-01-02") : "";
        StringBuilder rows = new StringBuilder();
        for (int line = random.nextInt(3); line >= 0; line--) {
          String item = wrong == 3 ? "NONE" : random.nextInt(9) > 0 ? "BELL" : "RIM";
          String quantity = wrong == 4 ? "0" : wrong == 5 ? "two" : "" + (1 + random.nextInt(4));
          rows.append("%d,%s%s,%s,%s,5%n".formatted(number, party, day, item, quantity));
        }
        yield rows.toString();
      }
    };
  }

  /** What was refused, without the lines that tell of another line of the same document. */
  private List<String> refused(CompanyCode company, String list, String file) {
    List<JsonNode> steps =
        core.post("/api/companies/" + company + "/imports/" + list + "?file=a.csv", file)
            .expecting(200)
            .steps();
    assertThat(steps.get(steps.size() - 1).get("event").asString())
        .as(steps.toString())
        .isEqualTo("finished");
    return steps.stream()
        .filter(step -> step.path("event").asString("").equals("rejected"))
        .filter(step -> !step.path("expected").asString("").contains(" of the file mended"))
        .map(step -> step.get("field") + " " + step.get("value") + " " + step.get("expected"))
        .map(told -> told.replace(company.value(), "COMPANY"))
        .toList();
  }

  private List<String> exported(CompanyCode company, String list) {
    JsonNode rows =
        Json.mapper()
            .readTree(
                core.get("/api/companies/" + company + "/exports/" + list + "?format=json")
                    .expecting(200)
                    .body());
    List<String> columns = List.of(EXPORTED.get(list).split(","));
    List<String> told = new ArrayList<>();
    rows.forEach(
        row -> {
          assertThat(columns).as(list + " " + row).allMatch(row::has);
          List<String> cells = columns.stream().map(c -> row.path(c).toString()).toList();
          told.add(cells.toString().replaceAll("SA-\\d+", "SA")); // all companies count on
        });
    if (list.equals("journal")) {
      Collections.sort(told); // what follows from a document comes after all documents
    }
    return told;
  }

  private List<String> events(CompanyCode company) {
    return core.jdbc()
        .sql(
            """
            select type || ' ' || count(*) from outbox.event
            where company = ? and type <> 'stock.goods-reserved' group by type order by type
            """)
        .param(company.value())
        .query(String.class)
        .list();
  }

  private List<String> lastNumbers(CompanyCode company) {
    return core.jdbc()
        .sql(
            """
            select kind || ' ' || year || ' ' || number from document.last_number
            where company = ? order by 1
            """)
        .param(company.value())
        .query(String.class)
        .list();
  }

  private List<String> reservations(CompanyCode company) {
    List<String> told = new ArrayList<>();
    core.get("/api/companies/" + company + "/stock/reservations?size=500")
        .expecting(200)
        .json()
        .path("rows")
        .forEach(
            row -> told.add(row.path("document") + " " + row.path("item") + row.path("reserved")));
    return told;
  }

  private void make(String path, String json) {
    core.post(path, json.replace('\'', '"')).expecting(201);
  }
}
