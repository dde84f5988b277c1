package org.millrace.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;

class NumberSeriesApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openCompanyWithACustomer() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    core.post(
            base + "/parties",
            "{\"code\":\"C\",\"name\":\"Shop\",\"roles\":[\"customer\"],\"country\":\"Italy\"}")
        .expecting(201);
  }

  private HttpAnswer set(String kind, String series, int version) {
    return core.send(
        "PUT", base + "/number-series/" + kind, series, Map.of("If-Match", "\"" + version + "\""));
  }

  private String ticket() {
    String body = "{\"customer\":\"C\",\"subject\":\"Squeaks\"}";
    return core.post(base + "/service/tickets", body)
        .expecting(201)
        .json()
        .get("number")
        .asString();
  }

  @Test
  void numbersTheNextDocumentAsTheCompanyWants() {
    assertThat(ticket()).isEqualTo("ST-000001");
    String yearly = "{\"prefix\":\"SVC\",\"withYear\":true,\"digits\":4,\"first\":100}";
    set("service/ticket", yearly, 0).expecting(200);

    assertThat(ticket()).matches("SVC-\\d{4}-0100");
    assertThat(ticket()).matches("SVC-\\d{4}-0101");
    assertThat(core.get(base + "/service/tickets/ST-000001").expecting(200).body())
        .contains("Squeaks");
    assertThat(core.get(base + "/number-series").expecting(200).body())
        .contains("\"kind\":\"service/ticket\",\"prefix\":\"SVC\",\"withYear\":true")
        .contains("\"kind\":\"stock/transfer\",\"prefix\":\"TR\",\"withYear\":false");
  }

  @Test
  void refusesWhatMakesNoNumbers() {
    String plain = "{\"prefix\":\"SVC\",\"withYear\":false,\"digits\":4,\"first\":1}";
    assertThat(set("service/tickets", plain, 0).expecting(404).body()).contains("service/ticket");
    assertThat(set("service/ticket", plain.replace("SVC", "S C"), 0).expecting(422).body())
        .contains("prefix", "letters, digits");
    set("service/ticket", plain, 3).expecting(412);
    set("service/ticket", plain, 0).expecting(200);
    set("service/ticket", plain, 0).expecting(412);
    assertThat(core.as("service").get(base + "/number-series").expecting(200).body())
        .contains("SVC");
  }
}
