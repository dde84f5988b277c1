package org.millrace.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class FapiaoApiTest {
  private static final String NUMBER = "26312000000012345678";
  private static final String RED = "26312000000012345679";
  private static final String CODE = "91110000600037341L";

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openCompany() {
    base = "/api/companies/" + core.newCompany("CNY", "false");
    core.post(
            base + "/parties",
            quoted("{'code':'S-1','name':'轴承','roles':['supplier'],'country':'China'}"))
        .expecting(201);
    core.post(base + "/items", quoted("{'code':'WHEEL','name':'Wheel'}")).expecting(201);
  }

  @Test
  void isRecordedOnceVerifiedAndMatchedWithABill() {
    String number = text(record(NUMBER, "1000", "130", "1130", "").expecting(201), "number");
    assertThat(record(NUMBER, "1000", "130", "1130", "").expecting(409).body())
        .contains("was recorded before as " + number);
    String bill = bill("1130");
    act(number, 1, "/match", "{'bill':'%s'}".formatted(bill)).expecting(409);
    assertThat(act(number, 1, "/verify", "{}").expecting(422).body()).contains("no gateway");
    act(number, 1, "/verify", "{'genuine':true,'note':'Looked up'}").expecting(200);
    JsonNode matched =
        act(number, 2, "/match", "{'bill':'%s'}".formatted(bill)).expecting(200).json();
    assertThat(matched.get("status").asString()).isEqualTo("matched");
    assertThat(matched.get("bill").asString()).isEqualTo(bill);
    String second = text(record(RED, "1000", "130", "1130", "").expecting(201), "number");
    act(second, 1, "/verify", "{'genuine':true}").expecting(200);
    assertThat(act(second, 2, "/match", "{'bill':'%s'}".formatted(bill)).expecting(409).body())
        .contains("has the fapiao " + number + " already");
  }

  @Test
  void refusesABillOfAnotherAmount() {
    String number = text(record(NUMBER, "1000", "130", "1130", "").expecting(201), "number");
    act(number, 1, "/verify", "{'genuine':true}").expecting(200);
    assertThat(
            act(number, 2, "/match", "{'bill':'%s'}".formatted(bill("1000"))).expecting(422).body())
        .contains("a bill of CNY 1130");
  }

  @Test
  void checksNumbersCodesAndSums() {
    JsonNode problems =
        record("123", "1000", "130", "1131", "").expecting(422).json().get("problems");
    assertThat(problems.findValuesAsString("field")).containsExactly("fapiaoNumber", "grossAmount");
    String wrong = body(NUMBER, "1000", "130", "1130", "").replaceFirst(CODE, "91110000600037341A");
    assertThat(
            core.post(base + "/paper/fapiao", wrong)
                .expecting(422)
                .json()
                .at("/problems/0/field")
                .asString())
        .isEqualTo("seller.creditCode");
  }

  @Test
  void isTakenBackByARedOneThatNamesIt() {
    String original = ",'original':'" + NUMBER + "'";
    assertThat(record(RED, "-1000", "-130", "-1130", original).expecting(422).body())
        .contains("a fapiao that was recorded");
    String number = text(record(NUMBER, "1000", "130", "1130", "").expecting(201), "number");
    assertThat(record(RED, "-100", "-13", "-113", original).expecting(422).body())
        .contains("all of the original");
    record(RED, "-1000", "-130", "-1130", original).expecting(201);
    JsonNode taken = core.get(base + "/paper/fapiao/" + number).json();
    assertThat(taken.get("status").asString()).isEqualTo("reversed");
    assertThat(taken.get("redBy").asString()).isEqualTo(RED);
    act(number, 2, "/verify", "{'genuine':true}").expecting(409);
  }

  private String bill(String amount) {
    String order =
        text(
            core.post(
                    base + "/purchasing/orders",
                    quoted(
                        "{'supplier':'S-1','lines':[{'item':'WHEEL','quantity':1,'unitPrice':%s}]}"
                            .formatted(amount)))
                .expecting(201),
            "number");
    String path = base + "/purchasing/orders/" + order;
    core.post(path + "/receipts", "{}", version(1)).expecting(201);
    String lines = "{'lines':[{'line':1,'quantity':1,'unitPrice':%s}]}".formatted(amount);
    return text(core.post(path + "/invoices", quoted(lines), version(2)).expecting(201), "number");
  }

  private HttpAnswer record(String number, String net, String tax, String gross, String more) {
    return core.post(base + "/paper/fapiao", body(number, net, tax, gross, more));
  }

  private static String body(String number, String net, String tax, String gross, String more) {
    return quoted(
        ("{'fapiaoNumber':'%s','issueDate':'2026-03-18',"
                + "'seller':{'name':'轴承','creditCode':'%s'},"
                + "'buyer':{'name':'我们','creditCode':'%2$s'},"
                + "'netAmount':%s,'taxAmount':%s,'grossAmount':%s%s}")
            .formatted(number, CODE, net, tax, gross, more));
  }

  private HttpAnswer act(String number, int version, String act, String body) {
    return core.post(base + "/paper/fapiao/" + number + act, quoted(body), version(version));
  }

  private static Map<String, String> version(int version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }

  private static String quoted(String body) {
    return body.replace('\'', '"');
  }

  private static String text(HttpAnswer answer, String field) {
    return answer.json().get(field).asString();
  }
}
