package org.millrace.sales.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Rebates of a quarter: earned, accrued, credited once, and made up for when goods come late. */
class RebatesApiTest {
  private static final String QUARTER =
      "'customer':'C','validFrom':'2026-01-01','validTo':'2026-03-31','creditItem':'REBATE',";
  private static final String WITHIN =
      "{"
          + QUARTER
          + "'itemGroup':'G','tierMethod':'within-tier',"
          + "'tiers':[{'fromTurnover':0,'percent':2},{'fromTurnover':10000,'percent':3}]}";

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany().value() + "/";
    make("parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'DE'}");
    make("item-groups", "{'code':'G','name':'Fittings'}");
    make("items", "{'code':'FIT','name':'Fitting','kind':'service','group':'G'}");
    make("items", "{'code':'OTHER','name':'Other','kind':'service'}");
    make("items", "{'code':'REBATE','name':'Rebate','kind':'service'}");
    make("tax/codes", "{'code':'V19','name':'19','rates':[{'validFrom':'2000-01-01','rate':19}]}");
    make("tax/codes", "{'code':'V7','name':'7','rates':[{'validFrom':'2000-01-01','rate':7}]}");
  }

  /** 8 at 1,000 with V19 in January, 4,000.33 with V7 in February; and what does not count. */
  private String aQuarterOfSales() {
    String first =
        sold(
            "2026-01-10",
            "{'item':'FIT','quantity':8,'unitPrice':1000,'taxCode':'V19'},"
                + "{'item':'OTHER','quantity':1,'unitPrice':500,'taxCode':'V19'}");
    sold("2026-02-10", "{'item':'FIT','quantity':1,'unitPrice':4000.33,'taxCode':'V7'}");
    String before = sold("2025-12-20", "{'item':'FIT','quantity':2,'unitPrice':1000}");
    credited(before, 1, "2026-01-15");
    make(
        "sales/invoices/credit-notes",
        "{'customer':'C','lines':[{'item':'FIT','quantity':1,'unitPrice':100,'taxCode':'V19'}],"
            + "'occurredAt':'2026-02-20T09:00:00Z'}");
    return first;
  }

  @Test
  void earnsByItsTiersOfInvoicesLessCreditNotes() {
    aQuarterOfSales();
    String agreement = active(WITHIN);
    JsonNode earned = core.get(base + agreement + "/earned?until=2026-02-28").json();
    assertThat(decimal(earned, "turnover")).isEqualByComparingTo("11900.33");
    assertThat(decimal(earned, "percent")).isEqualByComparingTo("3");
    assertThat(decimal(earned, "rebate")).isEqualByComparingTo("257.01");
    assertThat(earned.has("lackingTurnover")).isFalse();
    JsonNode january = core.get(base + agreement + "/earned?until=2026-01-31").json();
    assertThat(decimal(january, "rebate")).isEqualByComparingTo("160");
    assertThat(decimal(january, "lackingTurnover")).isEqualByComparingTo("2000");
    JsonNode behind = documents(agreement, "");
    assertThat(behind)
        .extracting(row -> plain(row, "turnover"))
        .containsExactlyInAnyOrder("8000", "4000.33", "-100");
    JsonNode shown = core.get(base + agreement).json().get("earned");
    assertThat(decimal(shown, "turnover")).isEqualByComparingTo("11900.33");
  }

  @Test
  void accruesCorrectionsAndTakesTheLastOneBack() {
    String first = aQuarterOfSales();
    String agreement = active(WITHIN);
    act(agreement, "accrue", "{'date':'2026-01-31'}").expecting(200);
    assertOwed("160");
    act(agreement, "accrue", "{'date':'2026-02-28'}").expecting(200);
    assertOwed("257.01");
    act(agreement, "reverse-accrual", "{'date':'2026-02-28'}").expecting(200);
    assertOwed("160");
    credited(first, 2, "2026-03-15");
    assertThat(act(agreement, "accrue", "{'date':'2026-02-27'}").expecting(422).body())
        .contains("a day from 2026-02-28, the day of its last change");
    JsonNode after = act(agreement, "accrue", "{'date':'2026-03-31'}").expecting(200).json();
    assertOwed("198.01");
    assertThat(after.get("accruals"))
        .extracting(row -> plain(row, "amount"))
        .containsExactly("160", "97.01", "-97.01", "38.01");
    act(agreement, "cancel", "{'reason':'No agreement','date':'2026-04-01'}").expecting(200);
    assertOwed("0");
    assertThat(balance("4250")).isEqualByComparingTo("0");
    act(agreement, "accrue", "{}").expecting(409);
  }

  @Test
  void creditsWhatIsEarnedByTaxCodeAndMakesUpForWhatComesLate() {
    String first = aQuarterOfSales();
    String agreement = active(WITHIN);
    act(agreement, "accrue", "{'date':'2026-02-28'}").expecting(200);
    credited(first, 3, "2026-04-05");
    JsonNode settled = act(agreement, "settle", "{'date':'2026-04-10'}").expecting(200).json();
    String number = settled.get("settled").get("creditNote").asString();
    JsonNode note = core.get(base + "sales/invoices/" + number).json();
    assertThat(note.get("purpose").asString()).isEqualTo("rebate");
    assertThat(decimal(note, "netAmount")).isEqualByComparingTo("-178.01");
    assertThat(decimal(note, "openAmount")).isEqualByComparingTo("-202.23");
    assertThat(note.get("lines"))
        .extracting(
            line -> line.get("taxCode").asString() + " " + line.get("netAmount").decimalValue())
        .containsExactlyInAnyOrder("V19 -98.00", "V7 -80.01");
    assertOwed("0");
    assertThat(balance("4250")).isEqualByComparingTo("178.01");
    assertThat(core.get(base + agreement).json().get("earned").get("late").get("documents"))
        .isEmpty();
    act(agreement, "settle", "{}").expecting(409);
    act(agreement, "accrue", "{}").expecting(409);
    String late = credited(first, 1, "2026-05-02");
    JsonNode told = core.get(base + agreement).json().get("earned").get("late");
    assertThat(told.get("documents")).extracting(JsonNode::asString).containsExactly(late);
    assertThat(decimal(told, "turnover")).isEqualByComparingTo("-1000");
    assertThat(decimal(told, "rebate")).isEqualByComparingTo("-20");
    assertThat(documents(agreement, "&late=true")).hasSize(1);
    act(agreement, "reopen", "{'reason':'Goods came back','date':'2026-05-05'}").expecting(200);
    assertOwed("178.01");
    assertThat(open(number)).isEqualByComparingTo("0");
    JsonNode again = act(agreement, "settle", "{'date':'2026-05-06'}").expecting(200).json();
    assertThat(decimal(again.get("settled"), "rebate")).isEqualByComparingTo("158.01");
    assertOwed("0");
    assertThat(balance("4250")).isEqualByComparingTo("158.01");
  }

  @Test
  void isTheOfferOfOneCurrencyAndPaidOutAtTheRateOfItsDay() {
    rate("2026-01-01", "0.8");
    rate("2026-04-01", "0.9");
    make(
        "sales/invoices",
        "{'customer':'C','currency':'EUR','lines':[{'item':'FIT','quantity':1,'unitPrice':1000}],"
            + "'occurredAt':'2026-01-10T09:00:00Z'}");
    sold("2026-01-11", "{'item':'FIT','quantity':1,'unitPrice':500}");
    String agreement =
        active("{" + QUARTER + "'agreedCurrency':'EUR','tiers':[{'fromTurnover':0,'percent':10}]}");
    act(agreement, "accrue", "{'date':'2026-03-31'}").expecting(200);
    assertOwed("80");
    JsonNode settled = act(agreement, "settle", "{'date':'2026-04-10'}").expecting(200).json();
    assertThat(decimal(settled.get("settled"), "rebate")).isEqualByComparingTo("100");
    assertOwed("0");
    assertThat(balance("4250")).isEqualByComparingTo("90");
    String number = settled.get("settled").get("creditNote").asString();
    act(agreement, "reopen", "{'reason':'Too early','date':'2026-04-11'}").expecting(200);
    assertOwed("90");
    assertThat(open(number)).isEqualByComparingTo("0");
  }

  @Test
  void isSettledOnceHoweverManyAskForIt() throws Exception {
    aQuarterOfSales();
    String agreement = active(WITHIN);
    int version = core.get(base + agreement).json().get("version").asInt();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        running.add(threads.submit(() -> send(agreement + "/settle", "{}", version).status()));
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> one : running) {
        answers.add(one.get());
      }
      assertThat(answers).containsOnlyOnce(200);
    } finally {
      threads.shutdown();
    }
    assertThat(core.get(base + "sales/invoices?purpose=rebate").json().get("rows")).hasSize(1);
    assertOwed("0");
  }

  @Test
  void endsWithoutCreditNoteWhereNothingIsEarned() {
    String agreement = active(WITHIN);
    assertThat(act(agreement, "settle", "{'date':'2026-03-01'}").expecting(409).body())
        .contains("It runs until 2026-03-31", "confirmed: true");
    JsonNode settled =
        act(agreement, "settle", "{'date':'2026-03-01','confirmed':true}").expecting(200).json();
    assertThat(settled.get("settled").has("creditNote")).isFalse();
    assertThat(act(agreement, "reopen", "{'reason':' '}").expecting(422).body())
        .contains("why it is so");
    act(agreement, "reopen", "{'reason':'Too early'}").expecting(200);
    assertThat(act(agreement, "reverse-accrual", "{}").expecting(409).body())
        .contains("has no accrual that could be reversed. Accrue it first.");
  }

  @Test
  void refusesWhatCannotBeAgreedOn() {
    HttpAnswer wrong =
        core.post(
            base + "sales/rebate-agreements",
            ("{'customer':'X','validFrom':'2026-01-01','validTo':'2026-03-31',"
                    + "'creditItem':'NONE','itemGroup':'NO','taxCode':'V1',"
                    + "'tiers':[{'fromTurnover':0,'percent':2}]}")
                .replace('\'', '"'));
    assertThat(wrong.expecting(422).body())
        .contains("a party with the role customer", "an item of kind service")
        .contains("an item group of the company", "a tax code with a rate on");
    HttpAnswer backwards =
        core.post(
            base + "sales/rebate-agreements",
            WITHIN.replace("2026-03-31", "2025-12-31").replace('\'', '"'));
    assertThat(backwards.expecting(422).body()).contains("a day not before 2026-01-01");
    String draft = drafted(WITHIN);
    assertThat(act(draft, "settle", "{}").expecting(409).body()).contains("Activate it first.");
  }

  @Test
  void isBilledBackByItsAgreementAlone() {
    aQuarterOfSales();
    String agreement = active(WITHIN);
    act(agreement, "settle", "{'date':'2026-04-10'}").expecting(200);
    JsonNode open = act(agreement, "reopen", "{'reason':'Wrong'}").expecting(200).json();
    JsonNode lines = open.get("accruals");
    String back = lines.get(lines.size() - 1).get("document").asString();
    assertThat(act("sales/invoices/" + back, "credit-notes", "{}").expecting(409).body())
        .contains("bills a rebate back and is not credited");
  }

  @Test
  void comesInFromAFileAndGoesOut() {
    String file =
        """
        number,customer,reference,valid_from,valid_to,item_group,tier_method,credit_item,\
        tiers.from_turnover,tiers.percent
        A,C,Bonus,2026-01-01,2026-12-31,G,within-tier,REBATE,0,2
        A,,,,,,,,10000,3
        """;
    HttpAnswer taken = core.post(base + "imports/rebate-agreements?file=a.csv", file);
    assertThat(taken.expecting(200).body()).contains("\"posted\":2", "\"rejected\":0");
    JsonNode found = core.get(base + "sales/rebate-agreements?search=bonus").json().get("rows");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("tiers")).hasSize(2);
    assertThat(found.get(0).get("status").asString()).isEqualTo("draft");
    String out = core.get(base + "exports/rebate-agreements").expecting(200).body();
    assertThat(out.lines().skip(1)).hasSize(2).allMatch(line -> line.contains(",C,Shop,"));
    assertThat(out.lines().findFirst().orElseThrow()).contains("tiers.from_turnover");
  }

  private void assertOwed(String amount) {
    assertThat(balance("2400").negate()).isEqualByComparingTo(amount);
    JsonNode checks = core.get(base + "ledger/checks").json().get("rows");
    assertThat(checks).allSatisfy(row -> assertThat(row.get("holds").asBoolean()).isTrue());
  }

  private BigDecimal open(String invoice) {
    return decimal(core.get(base + "sales/invoices/" + invoice).json(), "openAmount");
  }

  private JsonNode documents(String agreement, String more) {
    String number = agreement.substring(agreement.lastIndexOf('/') + 1);
    return core.get(base + "sales/rebate-documents?agreement=" + number + more)
        .expecting(200)
        .json()
        .get("rows");
  }

  private void rate(String day, String rate) {
    make(
        "currency/rates",
        "{'fromCurrency':'EUR','toCurrency':'GBP','validFrom':'%s','rate':'%s'}"
            .formatted(day, rate));
  }

  private String drafted(String terms) {
    return "sales/rebate-agreements/"
        + make("sales/rebate-agreements", terms).get("number").asString();
  }

  private String active(String terms) {
    String agreement = drafted(terms);
    act(agreement, "activate", "{}").expecting(200);
    return agreement;
  }

  private String sold(String day, String lines) {
    return make(
            "sales/invoices",
            "{'customer':'C','lines':[%s],'occurredAt':'%sT09:00:00Z'}".formatted(lines, day))
        .get("number")
        .asString();
  }

  private String credited(String invoice, int quantity, String day) {
    String asked =
        "{'lines':[{'line':1,'quantity':%d}],'occurredAt':'%sT09:00:00Z'}".formatted(quantity, day);
    return act("sales/invoices/" + invoice, "credit-notes", asked)
        .expecting(201)
        .json()
        .get("number")
        .asString();
  }

  private BigDecimal balance(String account) {
    for (JsonNode row : core.get(base + "ledger/trial-balance?month=2099-12").json().get("rows")) {
      if (row.get("account").asString().equals(account)) {
        return decimal(row, "closing");
      }
    }
    return BigDecimal.ZERO;
  }

  private HttpAnswer act(String document, String verb, String json) {
    int version = core.get(base + document).expecting(200).json().get("version").asInt();
    return send(document + "/" + verb, json, version);
  }

  private HttpAnswer send(String path, String json, int version) {
    return core.send(
        "POST", base + path, json.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }

  private JsonNode make(String path, String json) {
    return core.post(base + path, json.replace('\'', '"')).expecting(201).json();
  }

  private static String plain(JsonNode row, String name) {
    return decimal(row, name).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal decimal(JsonNode row, String name) {
    return row.get(name).decimalValue();
  }
}
