package org.millrace.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;

class PartyDetailsApiTest {
  private static final String RAD =
      """
      {'code': 'C-1', 'name': 'Rad', 'roles': ['customer', 'supplier'], 'country': 'Germany',
       'legalName': 'Rad & Tat GmbH', 'language': 'en', 'customerGroup': 'DEALERS',
       'phone': '+49 89 1234567', 'email': 'kontakt@rad.example', 'webSite': 'rad.example',
       'paymentReference': 'KD-1', 'creditLimit': 20000,
       'terms': {'days': 30, 'dueFrom': 'end-of-month', 'discountDays': 10, 'discountPercent': 2},
       'addresses': [
         {'kinds': ['billing', 'registered'], 'street': 'Landwehrstraße 12', 'city': 'München',
          'postalCode': '80336', 'country': 'DE'},
         {'kinds': ['delivery'], 'street': 'Gewerbepark 3', 'city': 'Garching', 'country': 'DE'}],
       'contacts': [{'name': 'Maria Huber', 'phone': '+49 89 1234568'}],
       'taxNumbers': [{'kind': 'eu-vat', 'number': 'DE 136695976'}],
       'bankAccounts': [{'iban': 'DE89 3704 0044 0532 0130 00', 'holder': 'Rad & Tat GmbH'}]}
      """;
  private final TestingCore core = TestingCore.running();
  private CompanyCode company;
  private String parties;

  @BeforeEach
  void open() {
    company = core.newCompany();
    parties = "/api/companies/" + company + "/parties";
    core.post(parties, json(RAD)).expecting(201);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  @Test
  void areFoundByAnyOfIt() {
    core.post(parties, json("{'code':'X','name':'X','roles':['supplier'],'country':'Spain'}"));
    for (String text :
        List.of(
            "tat gmbh",
            "1234567",
            "kontakt@",
            "KD-1",
            "garching",
            "landwehr",
            "80336",
            "huber",
            "1234568",
            "136695976",
            "DE8937")) {
      String search = parties + "?search=" + text.replace(" ", "%20");
      assertThat(core.get(search).json().findValuesAsString("code")).as(text).contains("C-1");
      assertThat(core.get(search).json().get("total").asInt()).as(text).isEqualTo(1);
    }
    assertThat(core.get(parties + "?taxNumbers.kind=eu-vat").json().get("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void keepTheirListsWhenTheRestChangesAndChangeListByList() {
    String change = "{'name': 'Rad 2', 'roles': ['customer'], 'country': 'Germany'}";
    put("", change, 1).expecting(200);
    HttpAnswer kept = core.get(parties + "/C-1");
    assertThat(kept.json().get("addresses")).hasSize(2);
    assertThat(kept.json().has("phone")).isFalse();
    put("/addresses", "{'addresses': [{'kinds': ['billing'], 'country': 'FR'}]}", 2).expecting(200);
    put("/contacts", "{'contacts': []}", 3).expecting(200);
    put("/tax-numbers", "{'taxNumbers': [{'kind': 'other', 'number': '1'}]}", 4).expecting(200);
    put("/bank-accounts", "{'bankAccounts': [{'accountNumber': '1'}]}", 5).expecting(200);
    HttpAnswer now = core.get(parties + "/C-1");
    assertThat(now.json().at("/addresses/0/country").asString()).isEqualTo("FR");
    assertThat(now.json().has("contacts")).isFalse();
    assertThat(now.json().at("/bankAccounts/0/accountNumber").asString()).isEqualTo("1");
    assertThat(now.json().at("/steps").findValuesAsString("act"))
        .containsExactly("change", "addresses", "contacts", "tax-numbers", "bank-accounts");
  }

  @Test
  void areRefusedNamingTheFieldOfTheLine() {
    HttpAnswer refused =
        put(
            "/tax-numbers",
            "{'taxNumbers': [{'kind': 'other', 'number': '1'},"
                + " {'kind': 'eu-vat', 'number': 'DE136695978'}]}",
            1);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/problems/0/field").asString()).isEqualTo("taxNumbers.2.number");
    HttpAnswer terms =
        core.post(
            parties,
            json(
                "{'code':'T','name':'T','roles':['customer'],'country':'DE',"
                    + "'terms':{'days':-1}}"));
    assertThat(terms.json().at("/problems/0/field").asString()).isEqualTo("terms.days");
  }

  @Test
  void leaveAndComeAsFiles() {
    String file = core.get("/api/companies/" + company + "/exports/parties").expecting(200).body();
    assertThat(file.lines().findFirst().orElseThrow())
        .contains("terms_due_from", "addresses.kinds", "tax_numbers.number", "bank_accounts.iban");
    assertThat(file.lines().count()).isEqualTo(3);
    CompanyCode other = core.newCompany();
    String imports = "/api/companies/" + other + "/imports/parties?file=parties.csv";
    core.post(imports, file).expecting(200);
    HttpAnswer copy = core.get("/api/companies/" + other + "/parties/C-1").expecting(200);
    assertThat(copy.json()).isEqualTo(core.get(parties + "/C-1").json());
    assertThat(core.get("/api/companies/" + other + "/exports/parties").body()).isEqualTo(file);
  }

  @Test
  void areTheCompanyOnce() {
    String self = "{'code': 'SELF', 'name': 'We', 'roles': ['company'], 'country': 'Germany'}";
    core.post(parties, json(self)).expecting(201);
    HttpAnswer second = core.post(parties, json(self.replace("SELF", "SELF-2")));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().get("detail").asString())
        .isEqualTo("Party SELF is the company already. Change that one.");
    assertThat(core.bean(Parties.class).self(company).map(Party::code))
        .contains(new PartyCode("SELF"));
  }

  @Test
  void areFoundByTheirBankAccounts() {
    Map<String, List<Party>> owners =
        core.bean(Parties.class).owning(company, List.of("de89370400440532013000", "XX"));
    assertThat(owners).containsOnlyKeys("de89370400440532013000");
    assertThat(owners.get("de89370400440532013000")).extracting(Party::name).containsExactly("Rad");
  }

  private HttpAnswer put(String path, String body, int version) {
    return core.send(
        "PUT", parties + "/C-1" + path, json(body), Map.of("If-Match", "\"" + version + "\""));
  }
}
