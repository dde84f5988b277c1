package org.millrace.document.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Custom fields of every kind of document, from declaration to event and file. */
class CustomFieldsApiTest {
  private static final String LINES = "'lines':[{'item':'BELL','quantity':2,'unitPrice':5}]";

  /** Address and request of each kind. */
  private static final String OWED =
      "'side':'%s','party':'C','sourceNumber':'%s','itemDate':'2026-01-05','date':'2026-01-05',"
          + "'amount':40";

  private static final Map<String, List<String>> KINDS =
      new TreeMap<>(
          Map.of(
              "sales/order", List.of("/sales/orders", "'customer':'C'," + LINES),
              "sales/quotation",
                  List.of("/sales/quotations", "'customer':'C','validUntil':'2999-01-01'," + LINES),
              "purchasing/purchase-order", List.of("/purchasing/orders", "'supplier':'C'," + LINES),
              "production/work-order",
                  List.of("/production/work-orders", "'item':'SET','quantity':2"),
              "asset/asset", List.of("/asset/assets", "'name':'Press','cost':90,'life':9"),
              "crm/opportunity",
                  List.of(
                      "/crm/opportunities",
                      "'customer':'C','subject':'Fleet','owner':'ann',"
                          + "'expectedCloseDate':'2999-01-01',"
                          + LINES),
              "crm/campaign",
                  List.of(
                      "/crm/campaigns",
                      "'code':'SPRING','name':'Spring','startsOn':'2999-01-01',"
                          + "'endsOn':'2999-02-01','items':['BELL']"),
              "service/ticket", List.of("/service/tickets", "'customer':'C','subject':'Squeaks'"),
              "stock/transfer",
                  List.of(
                      "/stock/transfers",
                      "'fromLocation':'MAIN','toLocation':'EAST',"
                          + "'lines':[{'item':'BELL','quantity':1}]"),
              "stock/count",
                  List.of(
                      "/stock/counts",
                      "'location':'MAIN','lines':[{'item':'BELL','countedQuantity':1}]")));

  static {
    KINDS.put(
        "sourcing/requisition",
        List.of(
            "/sourcing/requisitions",
            "'lines':[{'item':'BELL','quantity':2,'wantedDate':'2999-01-01'}]"));
    KINDS.put(
        "sourcing/request-for-quotation",
        List.of(
            "/sourcing/requests",
            "'answerBy':'2999-01-01','suppliers':['C'],"
                + "'lines':[{'item':'BELL','quantity':2,'wantedDate':'2999-01-01'}]"));
    KINDS.put(
        "purchasing/consignment", List.of("/purchasing/consignments", "'supplier':'C'," + LINES));
    KINDS.put("item/item-group", List.of("/item-groups", "'code':'PARTS','name':'Parts'"));
    KINDS.put(
        "stock/cost-change",
        List.of("/stock/cost-changes", "'item':'BELL','unitCost':3,'reason':'List'"));
    KINDS.put("sales/return", List.of("/sales/returns", "'invoice':'BILLED','reason':'Dull'"));
    KINDS.put(
        "sales/rebate-agreement",
        List.of(
            "/sales/rebate-agreements",
            "'customer':'C','validFrom':'2026-01-01','validTo':'2026-12-31',"
                + "'creditItem':'HOUR','tiers':[{'fromTurnover':0,'percent':2}]"));
    KINDS.put("sales/shipment", List.of("/sales/shipments", "'delivery':'SENT'"));
    KINDS.put("sales/counter-sale", List.of("/sales/counter-sales", "'customer':'C'," + LINES));
    KINDS.put(
        "stock/landed-cost", List.of("/stock/landed-costs", "'receipts':['RECEIVED'],'amount':9"));
    KINDS.put("stock/location", List.of("/stock/locations", "'code':'WEST','name':'West'"));
    KINDS.put("tax/tax-code", List.of("/tax/codes", "'code':'A','name':'A','rates':[]"));
    KINDS.put(
        "tax/tax-rule",
        List.of("/tax/rules", "'code':'A','name':'A','side':'input','taxCode':'V20'"));
    KINDS.put(
        "tax/tax-return",
        List.of("/tax/returns", "'firstDay':'2020-01-01','lastDay':'2020-01-31'"));
    KINDS.put("item/item", List.of("/items", "'code':'HORN','name':'Horn'"));
    String den = "'code':'D','name':'Den','roles':['customer'],'country':'FR'";
    KINDS.put("party/party", List.of("/parties", den));
    String levels = "'fromAmount':9,'levels':[{'role':'admin'}]";
    KINDS.put(
        "approval/policy",
        List.of(
            "/approval/policies",
            "'code':'J','name':'J','documentType':'journal-entry'," + levels));
    KINDS.put(
        "approval/delegation",
        List.of(
            "/approval/delegations",
            "'toUser':'operator','firstDay':'2999-01-01','lastDay':'2999-01-02'"));
    KINDS.put(
        "bank/account",
        List.of("/bank/accounts", "'code':'B','name':'Bank','iban':'DE02120300000000202051'"));
    KINDS.put("bank/payment-run", List.of("/bank/payment-runs", "'paymentDate':'2999-01-01'"));
    KINDS.put("bank/rule", List.of("/bank/rules", "'text':'interest','account':'6700'"));
    KINDS.put(
        "bank/statement",
        List.of(
            "/bank/statements",
            "'statementId':'1','lines':[{'date':'2026-02-03','amount':4.5,'text':'thanks'}]"));
    KINDS.put(
        "currency/exchange-rate",
        List.of(
            "/currency/rates",
            "'fromCurrency':'USD','toCurrency':'GBP','validFrom':'2020-01-01','rate':'0.9'"));
    String side = "{'name':'F','creditCode':'91110000600037341L'}";
    KINDS.put(
        "paper/fapiao",
        List.of(
            "/paper/fapiao",
            "'fapiaoNumber':'26312000000012345671','issueDate':'2026-03-18','seller':%s,'buyer':%s,"
                    .formatted(side, side)
                + "'netAmount':1000,'taxAmount':130,'grossAmount':1130"));
    KINDS.put(
        "purchasing/blocked-bill",
        List.of(
            "/purchasing/blocked-bills",
            "'order':'PO-000001','lines':[{'line':1,'quantity':9,'unitPrice':9}]"));
    KINDS.put(
        "purchasing/supplier-invoice",
        List.of("/purchasing/invoices", "'supplier':'C','charges':[{'text':'Post','amount':5}]"));
    KINDS.put("party/merge", List.of("/party/merges", "'party':'E','survivor':'C'"));
    KINDS.put(
        "ledger/chart-account",
        List.of("/ledger/chart-accounts", "'code':'6050','name':'A','type':'expense'"));
    KINDS.put(
        "ledger/opening",
        List.of("/ledger/openings", "'date':'2020-01-01','lines':[{'account':'1000','debit':9}]"));
    KINDS.put(
        "budget/budget",
        List.of(
            "/budget/budgets",
            "'code':'B','name':'B','lines':[{'account':'6000','month':'2026-01-01','amount':5}]"));
    KINDS.put(
        "dimension/dimension",
        List.of("/dimensions", "'code':'D','name':'D','values':[{'value':'1','label':'One'}]"));
    KINDS.put(
        "price/price-list",
        List.of("/price/lists", "'code':'L','name':'L','rules':[{'item':'BELL','unitPrice':9}]"));
    KINDS.put(
        "settlement/allocation",
        List.of(
            "/settlement/allocations",
            "'items':[{'kind':'opening-item','number':'OI-000001'},"
                + "{'kind':'opening-item','number':'OI-000002'}]"));
    KINDS.put(
        "cash/planned",
        List.of(
            "/cash/planned",
            "'text':'Rent','direction':'out','amount':9,'firstDate':'2999-01-01'"));
    KINDS.put("cash/forecast", List.of("/cash/forecasts", "'note':'Bank'"));
    KINDS.put(
        "settlement/account-statement",
        List.of(
            "/settlement/account-statements",
            "'party':'C','firstDay':'2020-01-01','lastDay':'2020-01-31'"));
    KINDS.put(
        "settlement/dispute",
        List.of(
            "/settlement/disputes",
            "'itemKind':'opening-item','item':'OI-000003','reason':'Late'"));
    KINDS.put(
        "settlement/reminder-level",
        List.of(
            "/settlement/reminder-levels",
            "'code':'1','daysLate':7,'texts':[{'language':'en','text':'Pay'}]"));
    KINDS.put(
        "settlement/reminder-run", List.of("/settlement/reminder-runs", "'date':'2026-05-05'"));
    KINDS.put(
        "settlement/opening-item",
        List.of(
            "/settlement/opening-items", OWED.formatted("receivables", "3") + ",'currency':'USD'"));
    KINDS.put(
        "settlement/party-payment",
        List.of("/settlement/payments", "'direction':'in','party':'C','amount':5"));
    KINDS.put(
        "settlement/revaluation",
        List.of(
            "/currency/revaluations", "'date':'2026-01-31','rates':[{'currency':'USD','rate':2}]"));
  }

  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;
  private String received;
  private String billed;
  private String sent;

  @BeforeEach
  void openAShop() {
    company = core.newCompany().value();
    base = "/api/companies/" + company;
    make("/parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'IT'}");
    make("/items", "{'code':'BELL','name':'Bell'}");
    make("/items", "{'code':'HOUR','name':'Hour','kind':'service'}");
    make("/items", "{'code':'SET','name':'Set','materials':[{'item':'BELL','quantity':1}]}");
    make("/stock/locations", "{'code':'EAST','name':'East'}");
    make("/tax/codes", "{'code':'V20','name':'20','rates':[]}");
    String bells = "{'lines':[{'item':'BELL','quantity':90,'unitCost':2}]}";
    received =
        post(base + "/stock/movements", bells)
            .expecting(201)
            .json()
            .at("/document/number")
            .asString();
    sell();
  }

  private void sell() {
    String sale = "{'customer':'C'," + LINES + "}";
    billed = post(base + "/sales/invoices", sale).expecting(201).json().get("number").asString();
    String orders = base + "/sales/orders";
    String order = post(orders, sale).expecting(201).json().get("number").asString();
    sent =
        core.post(orders + "/" + order + "/deliveries", "{}", Map.of("If-Match", "\"1\""))
            .expecting(201)
            .json()
            .at("/delivery/number")
            .asString();
  }

  @Test
  void areSetShownChangedAndToldOfEveryKind() {
    make("/parties", "{'code':'E','name':'Shops','roles':['customer'],'country':'IT'}");
    make("/settlement/opening-items", "{" + OWED.formatted("receivables", "1") + "}");
    make("/purchasing/orders", "{'supplier':'C'," + LINES + "}");
    make("/settlement/opening-items", "{" + OWED.formatted("payables", "2") + "}");
    make("/settlement/opening-items", "{" + OWED.formatted("payables", "4") + "}");
    assertThat(core.get(base + "/custom-fields").json().findValuesAsString("kind"))
        .containsExactlyElementsOf(KINDS.keySet());
    KINDS.forEach(
        (kind, document) -> {
          declare(kind, "colour", "'type':'text'");
          String list = base + document.get(0);
          String fields =
              document
                  .get(1)
                  .replace("RECEIVED", received)
                  .replace("BILLED", billed)
                  .replace("SENT", sent);
          String with = "{" + fields + ",'custom':{'colour':'%s'}}";
          JsonNode made = post(list, with.formatted("red")).expecting(201).json();
          assertThat(made.at("/custom/colour").asString("")).as(kind).isEqualTo("red");
          String one = list + "/" + made.path("number").asString(made.path("code").asString(""));
          assertThat(core.get(one).json().at("/custom/colour").asString(""))
              .as(kind)
              .isEqualTo("red");
          assertThat(told(kind)).as(kind).isEqualTo("red");
          assertThat(core.get(list + "?custom.colour=red").json().get("rows")).as(kind).hasSize(1);
          assertThat(core.get(list + "?custom.colour=blue").json().get("rows")).isEmpty();
        });
  }

  @Test
  void changeWithTheDocumentAndStayWithEveryOtherAct() {
    declare("service/ticket", "colour", "'type':'text'");
    declare("service/ticket", "weight", "'type':'number','decimals':1,'unit':'kg'");
    String ticket = ticket("'colour':'red','weight':9.5");
    put(ticket, 1, "{'subject':'Rattles'}").expecting(200);
    assertThat(core.get(ticket).json().get("custom").toString())
        .isEqualTo("{\"colour\":\"red\",\"weight\":9.5}");
    put(ticket, 2, "{'subject':'Rattles','custom':{'colour':'blue'}}").expecting(200);
    assertThat(core.get(ticket).json().get("custom").toString()).isEqualTo("{\"colour\":\"blue\"}");
    String closed = post(ticket + "/close", "{}", Map.of("If-Match", "3")).expecting(200).body();
    assertThat(closed).contains("\"colour\":\"blue\"");
    assertThat(told("service/ticket")).isEqualTo("blue");
    JsonNode history = core.get(ticket + "/history").json();
    assertThat(history.get(0).toString()).doesNotContain("custom");
    assertThat(history.get(1).toString())
        .contains("\"field\":\"custom.colour\",\"before\":\"red\",\"after\":\"blue\"")
        .contains("custom.weight");
  }

  @Test
  void areCheckedFieldByField() {
    declare("service/ticket", "weight", "'type':'number','required':true");
    declare("service/ticket", "owner", "'type':'customer'");
    String missing = refused("'customer':'C','subject':'x'");
    assertThat(missing).contains("\"custom.weight\"").contains("a value: weight");
    assertThat(refused("'customer':'C','subject':'x','custom':{'weight':1.5}"))
        .contains("a number with at most 0 decimals");
    String several =
        refused("'customer':'C','subject':'x','custom':{'weight':1,'owner':'NOBODY','size':3}");
    assertThat(several).contains("a registered customer").contains("custom.size");
    assertThat(refused("'customer':'C','subject':'x','custom':{'weight':{}}"))
        .contains("a single value");
    ticket("'weight':2,'owner':'C'");
  }

  @Test
  void narrowSortAndAreSearched() {
    declare("service/ticket", "colour", "'type':'text'");
    declare("service/ticket", "weight", "'type':'number','decimals':2");
    declare("service/ticket", "due", "'type':'date'");
    ticket("'colour':'red','weight':9.5,'due':'2026-03-01'");
    ticket("'colour':'blue','weight':10,'due':'2026-02-01'");
    ticket("'colour':'dark blue'");
    assertThat(colours("custom.weight.from=9.6")).containsExactly("blue");
    assertThat(colours("custom.due.to=2026-02-01")).containsExactly("blue");
    assertThat(colours("custom.colour.has=BLUE&sort=number")).containsExactly("blue", "dark blue");
    assertThat(colours("search=dark")).containsExactly("dark blue");
    assertThat(colours("sort=-custom.weight")).startsWith("blue", "red");
    HttpAnswer unknown = core.get(base + "/service/tickets?custom.size=1").expecting(422);
    assertThat(unknown.body()).contains("custom.colour");
    core.get(base + "/service/tickets?custom.weight=heavy").expecting(422);
  }

  @Test
  void goOutWithFilesAndComeInWithThem() {
    declare(
        "sales/order",
        "colour",
        "'type':'choice','choices':[" + "{'value':'red','label':{'en':'Red','zh':'红'}}]");
    String file =
        "number,customer,custom.colour,lines.item,lines.quantity,lines.unit_price\n"
            + "1,C,red,BELL,1,5\n1,C,,BELL,2,5\n2,C,green,BELL,1,5\n";
    String imports = base + "/imports/sales-orders?file=o.csv";
    String answer = core.post(imports, file).expecting(200).body();
    assertThat(answer).contains("\"field\":\"custom.colour\"", "\"value\":\"green\"", "one of red");
    assertThat(core.get(base + "/sales/orders").json().at("/rows/0/custom/colour").asString(""))
        .isEqualTo("red");
    String export = core.get(base + "/exports/sales-orders").expecting(200).body();
    assertThat(export.lines().findFirst().orElseThrow()).contains("custom.colour");
    assertThat(core.post(imports, export).expecting(200).body())
        .doesNotContain("\"event\":\"rejected\"");
    assertThat(core.get(base + "/sales/orders?custom.colour=red").json().get("rows")).hasSize(2);
  }

  @Test
  void areDeclaredByWhoMayAndKeepTheirType() {
    String path = base + "/custom-fields/service/ticket/colour";
    String text = "{'type':'text','label':{'en':'Colour','zh':'颜色'}}";
    put(core.as("sales"), path, text).expecting(403);
    put(core, base + "/custom-fields/sales/invoice/colour", text).expecting(404);
    Map<String, String> preview = Map.of("Preview", "true");
    core.send("PUT", path, text.replace('\'', '"'), preview).expecting(200);
    refused("'customer':'C','subject':'x','custom':{'colour':'red'}");
    put(core, path, text).expecting(200);
    put(core, path, text.replace("text", "date")).expecting(409);
    String ticket = ticket("'colour':'red'");
    put(core, path, text.replace("{'type'", "{'retired':true,'type'")).expecting(200);
    refused("'customer':'C','subject':'x','custom':{'colour':'red'}");
    assertThat(core.get(ticket).body()).contains("\"colour\":\"red\"");
    assertThat(core.as("viewer").get(base + "/custom-fields/service/ticket").body())
        .contains("\"retired\":true", "颜色");
  }

  private String told(String kind) {
    return core.jdbc()
        .sql(
            """
            select payload::jsonb #>> '{custom,colour}' from outbox.event
            where company = ? and payload like '%"custom"%' and domain = ?
            order by position desc limit 1
            """)
        .params(company, kind.replaceFirst("/.*", ""))
        .query(String.class)
        .optional()
        .orElse("");
  }

  private List<String> colours(String query) {
    return core.get(base + "/service/tickets?" + query)
        .expecting(200)
        .json()
        .findValuesAsString("colour");
  }

  private String ticket(String custom) {
    String body = "{'customer':'C','subject':'Squeaks','custom':{" + custom + "}}";
    JsonNode made = post(base + "/service/tickets", body).expecting(201).json();
    return base + "/service/tickets/" + made.get("number").asString();
  }

  private String refused(String body) {
    return post(base + "/service/tickets", "{" + body + "}").expecting(422).body();
  }

  private void declare(String kind, String name, String more) {
    String label = ",'label':{'en':'%s','zh':'字段'}".formatted(name);
    put(core, base + "/custom-fields/" + kind + "/" + name, "{" + more + label + "}")
        .expecting(200);
  }

  private HttpAnswer put(TestingCore who, String path, String body) {
    return who.send("PUT", path, body.replace('\'', '"'), Map.of());
  }

  private HttpAnswer put(String path, int version, String body) {
    return core.send(
        "PUT", path, body.replace('\'', '"'), Map.of("If-Match", Integer.toString(version)));
  }

  private HttpAnswer post(String path, String body) {
    return post(path, body, Map.of());
  }

  private HttpAnswer post(String path, String body, Map<String, String> headers) {
    return core.post(path, body.replace('\'', '"'), headers);
  }

  private void make(String path, String body) {
    post(base + path, body).expecting(201);
  }
}
