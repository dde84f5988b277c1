package org.millrace.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import tools.jackson.databind.JsonNode;

class LanguageTest {
  private static final Map<String, String> CHINESE = Map.of("Accept-Language", "zh-CN,zh;q=0.9");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | CHINESE",
        "zh-TW | CHINESE",
        "zh-Hans-CN, en;q=0.1 | CHINESE",
        "fr, zh;q=0.5 | CHINESE",
        "en-GB, zh;q=0.8 | ENGLISH",
        "fr | ENGLISH",
        "* | ENGLISH",
        "'' | ENGLISH",
        ";;;q=x | ENGLISH"
      })
  void isTheOneThatTheHeaderPrefers(String header, Language expected) {
    assertThat(Language.preferred(header)).isEqualTo(expected);
  }

  @Test
  void isEnglishWithoutAHeader() {
    assertThat(Language.preferred(null)).isEqualTo(Language.ENGLISH);
  }

  @Test
  void tellsTitleDetailAndWhatWasExpected() {
    Refused refused =
        new Problems()
            .require(false, "quantity", "0', expected x; y is 'z", "more than 0")
            .require(false, "place", 3, "under the desk")
            .refused("Order SO-1 cannot be delivered so");
    ProblemAnswer told = Language.CHINESE.of(ProblemAnswer.of(refused));
    assertThat(told.type()).isEqualTo(ProblemType.INVALID_INPUT.uri());
    assertThat(told.title()).isEqualTo("输入有误");
    assertThat(told.detail())
        .isEqualTo(
            "订单 SO-1 无法这样发货：quantity 为“0', expected x; y is 'z”，应为：大于 0；"
                + "place 为“3”，应为：under the desk");
    assertThat(told.problems())
        .containsExactly(
            new Problem("quantity", "0', expected x; y is 'z", "大于 0"),
            new Problem("place", "3", "under the desk"));
  }

  @Test
  void tellsEveryTitleInChinese() {
    for (ProblemType type : ProblemType.values()) {
      ProblemAnswer told = Language.CHINESE.of(ProblemAnswer.of(type, "?", List.of()));
      assertThat(told.title()).as(type.title()).matches(".*\\p{IsHan}.*");
    }
  }

  @Test
  void answersInTheLanguageThatIsAskedFor() {
    TestingCore core = TestingCore.running();
    String company = core.newCompany().value();
    String orders = "/api/companies/" + company + "/sales/orders";
    String order =
        """
        {"customer": "NOBODY", "lines": [
          {"item": "NOTHING", "quantity": 1, "unitPrice": 1}]}
        """;
    HttpAnswer refused = core.post(orders, order, CHINESE).expecting(422);
    assertThat(refused.header("Content-Language")).contains("zh");
    JsonNode problem = refused.json();
    assertThat(problem.get("type").asString()).isEqualTo("/problems/invalid-input");
    assertThat(problem.get("title").asString()).isEqualTo("输入有误");
    assertThat(problem.get("detail").asString()).startsWith("订单无法下达：").contains("应为：");
    for (JsonNode field : problem.get("problems")) {
      assertThat(field.get("expected").asString()).matches(".*\\p{IsHan}.*");
    }
    HttpAnswer english = core.post(orders, order).expecting(422);
    assertThat(english.header("Content-Language")).contains("en");
    assertThat(english.json().get("title").asString()).isEqualTo("Invalid input");

    String again = "{\"code\": \"%s\", \"name\": \"x\", \"currency\": \"EUR\"}".formatted(company);
    JsonNode conflict = core.post("/api/companies", again, CHINESE).expecting(409).json();
    assertThat(conflict.get("title").asString()).isEqualTo("与当前状态冲突");
    assertThat(conflict.get("detail").asString()).isEqualTo("公司 " + company + " 已建账：请直接使用，或另选代码。");
  }

  @Test
  void answersSoBeforeAnyHandlerIsReached() {
    TestingCore core = TestingCore.running();
    HttpAnswer login =
        core.send(
            "GET",
            "/api/session",
            "",
            Map.of("Accept-Language", "zh", "Authorization", "Bearer none"));
    assertThat(login.header("Content-Language")).contains("zh");
    assertThat(login.json().get("title").asString()).isEqualTo("需要登录");
    assertThat(core.raw("GET", "/api//session", "Accept-Language: zh"))
        .contains("Content-Language: zh")
        .contains("地址有歧义");
  }

  @Test
  void tellsEachRowOfABulkCommand() {
    TestingCore core = TestingCore.running();
    String base = "/api/companies/" + core.newCompany();
    String none = "{\"documents\": [{\"number\": \"ST-404\", \"version\": 1}]}";
    JsonNode row =
        core.post(base + "/service/tickets/bulk/close", none, CHINESE)
            .expecting(200)
            .json()
            .at("/rows/0/problem");
    assertThat(row.get("title").asString()).isEqualTo("未找到");
    assertThat(row.get("detail").asString()).contains("没有服务工单 ST-404。请在列表中查找。");
  }
}
