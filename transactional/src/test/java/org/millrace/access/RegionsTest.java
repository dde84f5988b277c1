package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;

/** Regions of customers and of users: who is given which, and what each may write. */
class RegionsTest {
  private static final TestingCore CORE = TestingCore.running();
  private static final TestingCore NORTH =
      CORE.as("region-north", Map.of("salesperson-region", List.of("NORTH")));
  private final String base = "/api/companies/" + CORE.newCompany();

  @BeforeEach
  void registerThree() {
    register(CORE, "SHOP", "NORTH").expecting(201);
    register(CORE, "FARSHOP", "SOUTH").expecting(201);
    CORE.post(
            base + "/parties",
            """
            {"code": "NOWHERE", "name": "n", "roles": ["customer", "supplier"], "country": "IE"}
            """)
        .expecting(201);
    CORE.post(base + "/items", "{\"code\": \"BOLT\", \"name\": \"Bolt\"}").expecting(201);
  }

  @Test
  void showsCustomersOfTheRegionsAlone() {
    assertThat(NORTH.get(base + "/parties").expecting(200).json().get("total").asInt())
        .isEqualTo(1);
    NORTH.get(base + "/parties/SHOP").expecting(200);
    NORTH.get(base + "/parties/NOWHERE").expecting(404);
    assertThat(NORTH.get(base + "/parties/FARSHOP").expecting(404).body())
        .contains(
            "Your roles show no party FARSHOP in company",
            "they show only those of the regions NORTH.");
    assertThat(NORTH.get(base + "/exports/parties").expecting(200).body())
        .contains("SHOP", "region")
        .doesNotContain("FARSHOP", "NOWHERE");
    assertThat(CORE.get(base + "/parties?region=SOUTH").expecting(200).body())
        .contains("FARSHOP")
        .doesNotContain("NORTH");
  }

  @Test
  void refusesAnOrderForACustomerElsewhereAndSaysWhy() {
    assertThat(NORTH.post(base + "/sales/orders", order("FARSHOP")).expecting(422).body())
        .contains("a party with the role customer, one of the regions NORTH");
    HttpAnswer chinese =
        NORTH.send(
            "POST", base + "/sales/orders", order("FARSHOP"), Map.of("Accept-Language", "zh"));
    assertThat(chinese.body()).contains("具有客户角色、区域 NORTH 的往来单位");
    NORTH.post(base + "/sales/orders", order("SHOP")).expecting(201);
    assertThat(
            NORTH
                .post(
                    base + "/crm/opportunities",
                    """
                    {"customer": "FARSHOP", "subject": "s", "expectedCloseDate": "2031-01-01",
                      "lines": []}
                    """)
                .expecting(404)
                .body())
        .contains("of the regions NORTH");
  }

  @Test
  void keepsWhoSeesARegionFromWritingElsewhere() {
    assertThat(register(NORTH, "NEW", "SOUTH").expecting(403).body())
        .contains("NEW is in none of your regions: your roles show only those of the regions");
    register(NORTH, "NEW", "NORTH").expecting(201);
    assertThat(change(NORTH, "NEW", 1, "\"SOUTH\"").expecting(403).body())
        .contains("NEW is in none of your regions");
    change(NORTH, "NEW", 1, "null").expecting(403);
    change(NORTH, "FARSHOP", 1, "\"NORTH\"").expecting(404);
    HttpAnswer chinese =
        NORTH.send(
            "POST",
            base + "/parties",
            """
            {"code": "X", "name": "x", "roles": ["customer"], "country": "IE"}
            """,
            Map.of("Accept-Language", "zh"));
    assertThat(chinese.expecting(403).body()).contains("“X”不在您的区域内：您的角色只能看到区域 NORTH 的内容");
    NORTH
        .post(
            base + "/crm/campaigns",
            """
            {"code": "SPRING", "name": "Spring", "startsOn": "2031-01-01", "endsOn": "2031-02-01",
              "items": ["BOLT"]}
            """)
        .expecting(403);
  }

  @Test
  void importsCustomersOfTheRegionsAlone() {
    String file =
        """
        code,name,roles,country,region
        N-1,North,customer,IE,NORTH
        S-1,South,customer,IE,SOUTH
        """;
    String told = NORTH.post(base + "/imports/parties?file=shops.csv", file).expecting(200).body();
    assertThat(told).contains("S-1 is in none of your regions").doesNotContain("N-1 is in none");
    assertThat(CORE.get(base + "/parties/N-1").expecting(200).json().get("region").asString())
        .isEqualTo("NORTH");
    CORE.get(base + "/parties/S-1").expecting(404);
  }

  @Test
  void movesDocumentsWithTheirCustomer() {
    String order = placed(CORE, "FARSHOP");
    NORTH.get(base + "/sales/orders/" + order).expecting(404);
    change(CORE, "FARSHOP", 1, "\"NORTH\"").expecting(200);
    NORTH.get(base + "/sales/orders/" + order).expecting(200);
    change(CORE, "FARSHOP", 2, "null").expecting(200);
    NORTH.get(base + "/sales/orders/" + order).expecting(404);
  }

  @Test
  void tellsWhoHasNoRegionWhyNothingIsShown() {
    TestingCore nowhere = CORE.as("salesperson-region");
    for (String door : List.of("/sales/orders", "/parties", "/parties/SHOP", "/exports/parties")) {
      assertThat(nowhere.get(base + door).expecting(403).body())
          .as(door)
          .contains("no region is given to you for company");
    }
    nowhere.post(base + "/sales/orders", order("SHOP")).expecting(422);
    assertThat(nowhere.send("GET", base + "/parties", "", Map.of("Accept-Language", "zh")).body())
        .contains("还没有区域");
  }

  @Test
  void showsWhoHasBothRulesWhatEitherShows() {
    TestingCore both =
        CORE.as(
            "own-and-north",
            Map.of("salesperson-own", List.of(), "salesperson-region", List.of("NORTH")));
    String own = placed(both, "FARSHOP");
    String near = placed(CORE, "SHOP");
    String far = placed(CORE, "FARSHOP");
    both.get(base + "/sales/orders/" + own).expecting(200);
    both.get(base + "/sales/orders/" + near).expecting(200);
    assertThat(both.get(base + "/sales/orders/" + far).expecting(404).body())
        .contains("they show only those that you made and those of the regions NORTH.");
    assertThat(both.get(base + "/sales/orders").json().get("total").asInt()).isEqualTo(2);
    assertThat(both.get(base + "/exports/sales-orders").expecting(200).body())
        .contains(own, near)
        .doesNotContain(far);
  }

  private String placed(TestingCore who, String customer) {
    HttpAnswer answer = who.post(base + "/sales/orders", order(customer)).expecting(201);
    return answer.json().get("number").asString();
  }

  @Test
  void givesRegionsWithARoleInACompanyAndEndsSessionsWhenTheyChange() {
    String user = "/api/users/region-giver";
    TestingCore giver = CORE.as("region-giver", Map.of("salesperson-region", List.of("SOUTH")));
    giver.get(base + "/parties/FARSHOP").expecting(200);
    giver.get(base + "/parties/SHOP").expecting(404);
    assertThat(CORE.get(user).expecting(200).json().at("/grants/0/regions/0").asString())
        .isEqualTo("SOUTH");
    String body =
        """
        {"active": true, "grants": [{"company": "%s", "role": "salesperson-region",
          "regions": ["NORTH"]}, {"company": "*", "role": "salesperson-own"}]}
        """
            .formatted(base.replaceFirst(".*/", ""));
    CORE.send("PUT", user, body, Map.of("If-Match", "\"1\"")).expecting(200);
    giver.get(base + "/parties/FARSHOP").expecting(401);
    assertThat(CORE.get(user).json().get("roles").toString()).isEqualTo("[\"salesperson-own\"]");
    assertThat(CORE.get("/api/audit?path.has=region-giver").expecting(200).body())
        .contains("\"PUT\"");
  }

  @Test
  void refusesRegionsWithARoleThatShowsAll() {
    assertThat(
            CORE.post(
                    "/api/users",
                    """
                    {"name": "all-of-it", "password": "a-password-for-tests",
                      "grants": [{"company": "*", "role": "sales", "regions": ["NORTH"]}]}
                    """)
                .expecting(422)
                .body())
        .contains("none with the role sales, which shows all regions");
  }

  private HttpAnswer register(TestingCore who, String code, String region) {
    return who.post(
        base + "/parties",
        """
        {"code": "%s", "name": "%s", "roles": ["customer"], "country": "IE", "region": "%s"}
        """
            .formatted(code, code, region));
  }

  private HttpAnswer change(TestingCore who, String code, int version, String region) {
    return who.send(
        "PUT",
        base + "/parties/" + code,
        """
        {"name": "%s", "roles": ["customer"], "country": "IE", "region": %s}
        """
            .formatted(code, region),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private static String order(String customer) {
    return """
    {"customer": "%s", "lines": [{"item": "BOLT", "quantity": 2, "unitPrice": 31}]}
    """
        .formatted(customer);
  }
}
