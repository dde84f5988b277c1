package org.millrace.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

class StockTest {
  private final TestingCore core = TestingCore.running();

  @Test
  void valuesGoodsAtMovingAverage() {
    CompanyCode company = companyWithWheels("false");
    adjust(company, "10", "10", "2026-01-01").expecting(201);
    adjust(company, "10", "12", "2026-01-02").expecting(201);
    JsonNode out = adjust(company, "-15", "", "2026-01-03").expecting(201).json();
    assertThat(out.at("/lines/0/value").decimalValue()).isEqualByComparingTo("-165");
    assertThat(value(company)).isEqualByComparingTo("55");
  }

  /** Each text is an order of arrival of the three papers of the golden example. */
  @ParameterizedTest
  @ValueSource(strings = {"0 1 2", "0 2 1", "1 0 2", "1 2 0", "2 0 1", "2 1 0"})
  void givesTheSameValueInAnyOrderOfArrival(String arrival) {
    CompanyCode company = companyWithWheels("true");
    String[][] papers = {
      {"10", "10", "2026-01-01"}, {"10", "12", "2026-01-02"}, {"-15", "", "2026-01-03"}
    };
    Stream.of(arrival.split(" "))
        .map(i -> papers[Integer.parseInt(i)])
        .forEach(p -> adjust(company, p[0], p[1], p[2]).expecting(201));
    assertThat(value(company)).isEqualByComparingTo("55");
    assertThat(published(company)).isEqualByComparingTo("55");
  }

  @Test
  void refusesToMoveMoreThanIsThere() {
    CompanyCode company = companyWithWheels("false");
    adjust(company, "2", "10", "2026-01-01").expecting(201);
    HttpAnswer answer = adjust(company, "-3", "", "2026-01-02");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("detail").asString())
        .contains("lines.quantity is '3', expected at most 2 of item WHEEL at MAIN");
    assertThat(value(company)).isEqualByComparingTo("20");
  }

  @Test
  void givesTheLastUnitToExactlyOneOfTwoWhoAskAtOnce() {
    CompanyCode company = companyWithWheels("false");
    for (int round = 0; round < 5; round++) {
      adjust(company, "1", "10", "2026-01-01").expecting(201);
      List<CompletableFuture<Integer>> asked =
          Stream.of(1, 2)
              .map(
                  n ->
                      CompletableFuture.supplyAsync(
                          () -> adjust(company, "-1", "", "2026-01-02").status()))
              .toList();
      assertThat(asked.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
    }
    assertThat(value(company)).isEqualByComparingTo("0");
  }

  @Test
  void showsAnItemInAllItsPlacesAndAMovementWithAllItsLines() {
    CompanyCode company = companyWithWheels("false");
    core.post(path(company, "locations"), "{\"code\": \"SHOP\", \"name\": \"Shop\"}")
        .expecting(201);
    String moved =
        core.post(
                path(company, "movements"),
                """
                {"lines": [{"item": "WHEEL", "quantity": 2, "unitCost": 10},
                  {"item": "WHEEL", "quantity": 1, "unitCost": 13, "location": "SHOP"}]}
                """)
            .expecting(201)
            .json()
            .get("number")
            .asString();
    JsonNode wheel = core.get(path(company, "balances/WHEEL")).expecting(200).json();
    assertThat(wheel.get("onHand").asInt()).isEqualTo(3);
    assertThat(wheel.get("value").decimalValue()).isEqualByComparingTo("33");
    assertThat(wheel.at("/places/1/location").asString()).isEqualTo("SHOP");
    assertThat(wheel.at("/places/1/value").decimalValue()).isEqualByComparingTo("11");
    JsonNode movement = core.get(path(company, "movements/" + moved)).expecting(200).json();
    assertThat(movement.get("documentKind").asString()).isEqualTo("stock/adjustment");
    assertThat(movement.get("lines")).hasSize(2);
    core.get(path(company, "movements/GM-NONE")).expecting(404);
    core.get(path(company, "balances/NONE")).expecting(404);
    assertThat(core.get(path(company, "movements?search=shop")).json().get("rows")).hasSize(1);
    assertThat(core.get(path(company, "locations/SHOP")).json().get("name").asString())
        .isEqualTo("Shop");
    core.get(path(company, "locations/MOON")).expecting(404);
  }

  @Test
  void refusesItemsAndLocationsNobodyKnows() {
    CompanyCode company = companyWithWheels("false");
    HttpAnswer answer =
        core.post(
            path(company, "movements"),
            "{\"lines\": [{\"item\": \"NONE\", \"location\": \"MOON\","
                + " \"quantity\": 1, \"unitCost\": 1}]}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("MOON");
    answer =
        core.post(
            path(company, "movements"),
            "{\"lines\": [{\"item\": \"NONE\", \"quantity\": 1, \"unitCost\": 1}]}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/problems/0/expected").asString())
        .isEqualTo("a registered item that is kept in stock");
  }

  @Test
  void asksWhatGoodsCostWhoseCostNobodyKnows() {
    CompanyCode company = companyWithWheels("false");
    HttpAnswer answer = adjust(company, "3", "", "2026-01-01");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail").asString())
        .contains("lines.1.unitCost", "what one WHEEL cost, 0 when it cost nothing");
    adjust(company, "3", "0", "2026-01-01").expecting(201);
    adjust(company, "1", "8", "2026-01-02").expecting(201);
    adjust(company, "1", "", "2026-01-03").expecting(201); // at the average, 2
    assertThat(value(company)).isEqualByComparingTo("10");
  }

  @Test
  void takesOpeningStockThatIsNoProfit() {
    CompanyCode company = companyWithWheels("false");
    String opening =
        "{\"reason\": \"opening\", \"lines\": [{\"item\": \"WHEEL\", \"quantity\": 5%s}]}";
    core.post(path(company, "movements"), opening.formatted("")).expecting(422);
    core.post(path(company, "movements"), opening.formatted(", \"unitCost\": 91")).expecting(201);
    assertThat(TestingBooks.balances(core, company.value()))
        .containsOnly(entry("1200", "455"), entry("3950", "-455"));
  }

  private HttpAnswer adjust(CompanyCode company, String quantity, String cost, String day) {
    String line = "{\"item\": \"WHEEL\", \"quantity\": " + quantity;
    String priced = cost.isEmpty() ? line + "}" : line + ", \"unitCost\": " + cost + "}";
    return core.post(
        path(company, "movements"),
        "{\"lines\": [%s], \"occurredAt\": \"%sT12:00:00Z\"}".formatted(priced, day));
  }

  private CompanyCode companyWithWheels(String negativeStock) {
    CompanyCode company = core.newCompany("GBP", negativeStock);
    core.post("/api/companies/" + company + "/items", "{\"code\": \"WHEEL\", \"name\": \"Wheel\"}")
        .expecting(201);
    return company;
  }

  private BigDecimal value(CompanyCode company) {
    return core.jdbc()
        .sql("select sum(value_amount) from stock.valuation where company = ?")
        .param(company.value())
        .query(BigDecimal.class)
        .single();
  }

  private BigDecimal published(CompanyCode company) {
    return core.jdbc()
        .sql(
            """
            select sum((line ->> 'value')::numeric) from outbox.event,
              jsonb_array_elements(payload::jsonb -> 'lines') as line
            where company = ? and type = 'stock.goods-moved'
            """)
        .param(company.value())
        .query(BigDecimal.class)
        .single();
  }

  private static String path(CompanyCode company, String rest) {
    return "/api/companies/" + company + "/stock/" + rest;
  }
}
