package org.millrace.exchange.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Files bring in every kind of document that people record. */
class EveryDocumentImportTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  /** What a file of each list needs; two documents, of two rows and one where there are lines. */
  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "sales-orders",
              "number,customer,requested_date,priority,lines.item,lines.quantity,lines.unit_price\n"
                  + "1,C,2999-01-02,urgent,BELL,2,5\n1,C,2999-01-02,urgent,RIM,1,7\n"
                  + "2,C,,,BELL,3,5\n",
              "quotations",
              "number,customer,valid_until,lines.item,lines.quantity,lines.unit_price\n"
                  + "1,C,2999-01-02,BELL,2,5\n1,C,2999-01-02,RIM,1,7\n2,C,2999-01-02,BELL,3,5\n",
              "purchase-orders",
              "number,supplier,lines.item,lines.quantity,lines.unit_price\n"
                  + "1,C,BELL,2,5\n1,C,RIM,1,7\n2,C,BELL,3,5\n",
              "opportunities",
              "number,customer,subject,expected_close_date,lines.item,lines.quantity,"
                  + "lines.unit_price\n"
                  + "1,C,Fleet,2999-01-02,BELL,2,5\n1,C,Fleet,2999-01-02,RIM,1,7\n"
                  + "2,C,Shop,2999-01-02,BELL,3,5\n",
              "work-orders",
              "number,item,quantity,due_date\n1,SET,2,2999-01-02\n2,SET,3,2999-01-02\n",
              "tickets",
              "number,customer,subject\n1,C,Squeaks\n2,C,Rattles\n",
              "transfers",
              "number,from_location,to_location,lines.item,lines.quantity\n"
                  + "1,MAIN,EAST,BELL,2\n1,MAIN,EAST,RIM,1\n2,MAIN,EAST,BELL,3\n",
              "counts",
              "number,location,lines.item,lines.counted_quantity\n"
                  + "1,MAIN,BELL,2\n1,MAIN,RIM,1\n2,EAST,BELL,0\n",
              "invoices",
              "number,customer,days_to_pay,lines.item,lines.quantity,lines.unit_price\n"
                  + "1,C,10,BELL,2,5\n1,C,10,RIM,1,7\n2,C,,BELL,3,5\n",
              "journal",
              "number,text,lines.account,lines.debit,lines.credit\n"
                  + "1,Rent,6000,5,\n1,Rent,1000,,5\n2,Rent,6000,7,\n2,Rent,1000,,7\n"));

  static {
    FILES.put(
        "requisitions",
        "number,lines.item,lines.quantity,lines.wanted_date\n"
            + "1,BELL,2,2999-01-02\n1,RIM,1,2999-01-02\n2,BELL,3,2999-01-02\n");
    FILES.put(
        "requests-for-quotation",
        "number,answer_by,suppliers,lines.item,lines.quantity,lines.wanted_date\n"
            + "1,2999-01-01,C,BELL,2,2999-01-02\n1,2999-01-01,C,RIM,1,2999-01-02\n"
            + "2,2999-01-01,C,BELL,3,2999-01-02\n");
    FILES.put(
        "consignments",
        "number,supplier,lines.item,lines.quantity,lines.unit_price\n"
            + "1,C,BELL,2,5\n1,C,RIM,1,7\n2,C,BELL,3,5\n");
    FILES.put(
        "items", "code,name,materials.item,materials.quantity\nA,A,BELL,2\nA,A,RIM,1\nB,B,,\n");
    FILES.put(
        "parties", "code,name,roles,country\nA,A,\"customer, supplier\",IT\nB,B,customer,IT\n");
    FILES.put("locations", "code,name\nA,A\nB,B\n");
    FILES.put(
        "dimensions", "code,name,values.value,values.label\nA,A,1,One\nA,A,2,Two\nB,B,1,One\n");
    FILES.put(
        "openings",
        "number,date,lines.account,lines.debit,lines.credit\n"
            + "1,2020-01-01,1000,5,\n1,2020-01-01,3000,,5\n2,2020-01-01,1000,7,\n");
    FILES.put("chart-accounts", "code,name,type\nA,A,asset\nB,B,expense\n");
    FILES.put(
        "budgets",
        "code,name,lines.account,lines.month,lines.amount\nA,A,6000,2026-01-01,5\n"
            + "A,A,6000,2026-02-01,6\nB,B,6100,2026-01-01,7\n");
    FILES.put(
        "supplier-invoices",
        "number,supplier,charges.text,charges.amount\n1,C,Post,5\n1,C,Tape,6\n2,C,Post,7\n");
    FILES.put("item-groups", "code,name,costing_method\nA,A,fifo\nB,B,\n");
    FILES.put(
        "tax-codes",
        "code,name,rates.valid_from,rates.rate\nA,A,2011-01-04,20\nA,A,2027-01-01,21\n"
            + "B,B,2011-01-04,5\n");
    FILES.put(
        "tax-rules",
        "code,name,side,rank,countries.country,tax_code\n"
            + "A,A,output,1,FR,V20\nA,A,output,1,NZ,V20\nB,B,input,2,,V20\n");
    FILES.put(
        "campaigns",
        "code,name,starts_on,ends_on,items\n"
            + "A,A,2999-01-02,2999-01-03,\"BELL, RIM\"\nB,B,2999-01-02,2999-01-03,BELL\n");
  }

  @BeforeEach
  void openABicycleShop() {
    base = "/api/companies/" + core.newCompany();
    make("/parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'IT'}");
    make("/items", "{'code':'BELL','name':'Bell'}");
    make("/items", "{'code':'RIM','name':'Rim'}");
    make("/items", "{'code':'SET','name':'Set','materials':[{'item':'BELL','quantity':1}]}");
    make("/stock/locations", "{'code':'EAST','name':'East'}");
    make("/tax/codes", "{'code':'V20','name':'20','rates':[]}");
    make(
        "/stock/movements",
        "{'lines':[{'item':'BELL','quantity':90,'unitCost':2},"
            + "{'item':'RIM','quantity':90,'unitCost':2}]}");
  }

  @Test
  void makesEachDocumentOnceAndNoneInATrial() {
    FILES.forEach(
        (list, file) -> {
          int rows = file.split("\n").length - 1;
          long before = documents(list);
          assertThat(posted(list, file, "&dryRun=true")).as(list).isEqualTo(rows);
          assertThat(documents(list)).as(list + " after a trial").isEqualTo(before);
          assertThat(posted(list, file, "")).as(list).isEqualTo(rows);
          assertThat(documents(list)).as(list).isEqualTo(before + 2);
          assertThat(posted(list, file, "")).as(list + " again").isZero();
          assertThat(documents(list)).as(list + " again").isEqualTo(before + 2);
        });
  }

  @Test
  void namesRowColumnValueAndWhatWasExpectedForTheBrowserToMend() {
    String file =
        "number,customer,lines.item,lines.quantity,lines.unit_price\n"
            + "1,C,BELL,2,5\n1,C,NONE,1,7\n1,C,BELL,two,7\n2,C,BELL,3,5\n3,C,BELL,0,5\n";
    List<String> rejected = new ArrayList<>();
    for (JsonNode step : imported("sales-orders", file, "")) {
      if (step.path("event").asString("").equals("rejected")) {
        rejected.add(
            step.get("line").asInt()
                + " "
                + step.get("field").asString()
                + " "
                + step.get("value").asString()
                + ": "
                + step.get("expected").asString());
      }
    }
    assertThat(rejected)
        .containsExactly(
            "2 number 1: line 4 of the file mended",
            "3 number 1: line 4 of the file mended",
            "4 lines.quantity two: a number such as 12.5",
            "6 lines.quantity 0: not 0");
    assertThat(documents("sales-orders")).isEqualTo(1);
    String mended =
        "number,customer,lines.item,lines.quantity,lines.unit_price\n"
            + "1,C,BELL,2,5\n1,C,NONE,1,7\n1,C,BELL,2,7\n";
    JsonNode last = imported("sales-orders", mended, "").get(2);
    assertThat(last.get("field").asString()).as(last.toString()).isEqualTo("lines.item");
    assertThat(last.get("value").asString()).isEqualTo("NONE");
  }

  @Test
  void takesItemsWithoutColumnsForMaterials() {
    assertThat(posted("items", "code,name,unit,kind\nA,A,pcs,stocked\nB,B,,service\n", ""))
        .isEqualTo(2);
  }

  @Test
  void losesNoRowOfThoseThatHaveOneCodeAndNamesTheCellOfAWrongWord() {
    String file =
        "code,name,roles,country\nA,A,customer,IT\nA,Other,customer,IT\n"
            + "B,B,\"customer, maker\",IT\n";
    List<String> rejected = new ArrayList<>();
    for (JsonNode step : imported("parties", file, "")) {
      if (step.path("event").asString("").equals("rejected")) {
        rejected.add(step.get("line").asInt() + " " + step.get("field").asString());
      }
    }
    assertThat(rejected).containsExactly("2 name", "3 name", "4 roles");
    assertThat(documents("parties")).isEqualTo(1);
  }

  @Test
  void needsThePermissionToRecord() {
    core.as("viewer")
        .post(base + "/imports/quotations?file=q.csv", FILES.get("quotations"))
        .expecting(403);
    core.as("sales")
        .post(base + "/imports/quotations?file=q.csv", FILES.get("quotations"))
        .expecting(200);
  }

  @Test
  void takesNoDocumentsThatFollowFromOthers() {
    for (String list : List.of("deliveries", "receipts", "payments", "supplier-payments")) {
      core.post(base + "/imports/" + list + "?file=x.csv", "number\n1\n").expecting(404);
    }
  }

  private long documents(String list) {
    return core.get(base + "/exports/" + list)
        .expecting(200)
        .body()
        .lines()
        .skip(1)
        .map(row -> row.replaceFirst(",.*", ""))
        .distinct()
        .count();
  }

  private long posted(String list, String file, String more) {
    List<JsonNode> steps = imported(list, file, more);
    JsonNode end = steps.get(steps.size() - 1);
    assertThat(end.at("/rows/rejected").asLong(-1)).as(list + " " + steps).isZero();
    return end.at("/rows/posted").asLong();
  }

  private List<JsonNode> imported(String list, String file, String more) {
    return core.post(base + "/imports/" + list + "?file=a.csv" + more, file).expecting(200).steps();
  }

  private void make(String path, String json) {
    core.post(base + path, json.replace('\'', '"')).expecting(201);
  }
}
