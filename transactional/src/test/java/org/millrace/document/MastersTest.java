package org.millrace.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.item.Material;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import tools.jackson.databind.JsonNode;

/** What is registered under a code of its own can do what a numbered document can. */
class MastersTest {
  private final TestingCore core = TestingCore.running();
  private CompanyCode company;
  private String base;

  @BeforeEach
  void registerSome() {
    company = core.newCompany();
    base = "/api/companies/" + company;
    make("/items", "{'code':'WHEEL','name':'Wheel'}");
    make("/items", "{'code':'FITTING','name':'Fitting','kind':'service','unit':'h'}");
    make("/items", "{'code':'BIKE','name':'Bike','materials':[{'item':'WHEEL','quantity':2}]}");
    make("/parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    make(
        "/parties", "{'code':'B','name':'Both','roles':['supplier','customer'],'country':'Italy'}");
  }

  @Test
  void areListedByTheirCodesWithFiltersSortAndTotal() {
    JsonNode all = core.get(base + "/items").json();
    assertThat(all.findValuesAsString("code")).startsWith("BIKE", "FITTING", "WHEEL");
    assertThat(all.get("total").asInt()).isEqualTo(3);
    assertThat(codes("/items?sort=-name&size=2")).containsExactly("WHEEL", "FITTING");
    assertThat(codes("/items?kind=service")).containsExactly("FITTING");
    assertThat(codes("/items?materials.item=WHEEL")).containsExactly("BIKE");
    assertThat(codes("/items?search=whe")).containsExactly("WHEEL");
    assertThat(codes("/parties?roles=customer")).containsExactly("B");
    assertThat(codes("/parties?roles=supplier&country=Italy")).containsExactly("B", "S");
    assertThat(core.get(base + "/parties?roles=supplyer").body()).contains("customer, supplier");
    assertThat(core.get(base + "/items?colour=red").status()).isEqualTo(422);
  }

  @Test
  void areRefusedWhereAnotherHasTheCodeInWhateverCase() {
    HttpAnswer taken = post("/items", "{'code':'wheel','name':'Wheel'}");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.json().get("detail").asString()).contains("item WHEEL", "choose another code");
  }

  @Test
  void changeInTheVersionThatWasReadAndTellTheirHistory() {
    String change = "{'name':'Big wheel','unit':'pcs','materials':[]}".replace('\'', '"');
    String wheel = base + "/items/WHEEL";
    assertThat(core.get(wheel).json().at("/steps/0/act").asString()).isEqualTo("change");
    core.send("PUT", wheel, change, Map.of("If-Match", "1")).expecting(200);
    assertThat(core.send("PUT", wheel, change, Map.of("If-Match", "1")).status()).isEqualTo(412);
    JsonNode history = core.get(wheel + "/history").expecting(200).json();
    assertThat(history.findValuesAsString("event"))
        .containsExactly("item.item-changed", "item.item-registered");
    assertThat(history.get(0).at("/changes").toString())
        .isEqualTo("[{\"field\":\"name\",\"before\":\"Wheel\",\"after\":\"Big wheel\"}]");
  }

  @Test
  void tellOfEveryLocationWhoAddedAndRenamedIt() {
    make("/stock/locations", "{'code':'EAST','name':'East'}");
    String east = base + "/stock/locations/EAST";
    core.send("PUT", east, "{\"name\": \"Far east\"}", Map.of("If-Match", "1")).expecting(200);
    assertThat(core.get(east + "/history").json().findValuesAsString("event"))
        .containsExactly("stock.location-changed", "stock.location-added");
    assertThat(codes("/stock/locations?name.has=east")).containsExactly("EAST");
    assertThat(codes("/stock/locations?sort=-code")).containsExactly("MAIN", "EAST");
    assertThat(core.get(base + "/stock/locations/MAIN/history").json()).hasSize(1);
    assertThat(post("/stock/locations", "{'code':'east','name':'East'}").status()).isEqualTo(409);
  }

  @Test
  void haveTagsAndCommentsUnderCodesOfAnyLength() {
    String code = "S".repeat(80);
    make(
        "/parties", "{'code':'%s','name':'L','roles':['customer'],'country':'IT'}".formatted(code));
    String document = base + "/documents/party/party/" + code;
    String tags = "{\"tags\": [\"good\"]}";
    core.send("PUT", document + "/tags", tags, Map.of()).expecting(200);
    assertThat(codes("/parties?tag=good")).containsExactly(code);
    core.post(document + "/comments", "{\"text\": \"Pays in time\"}").expecting(201);
    assertThat(core.get(document + "/comments").body()).contains("Pays in time");
  }

  @Test
  void areRegisteredManyAtOnceAndStayAsTheyAreWhereTheyAreThere() {
    Item wheel = Item.stocked(new ItemCode("WHEEL"), "Another wheel");
    Item rim = Item.stocked(new ItemCode("RIM"), "Rim");
    Item set = made("SET", "RIM");
    core.bean(Transactions.class)
        .inOne(
            () -> {
              Items items = core.bean(Items.class);
              items.register(company, List.of(set, wheel, rim, rim), Instant.now());
              return true;
            });
    assertThat(core.get(base + "/items/WHEEL").json().get("name").asString()).isEqualTo("Wheel");
    assertThat(core.get(base + "/items/SET").json().at("/materials/0/item").asString())
        .isEqualTo("RIM");
    assertThat(core.get(base + "/items/RIM/history").json()).hasSize(1);
    assertThat(core.get(base + "/items/WHEEL/history").json()).hasSize(1);
  }

  private static Item made(String code, String material) {
    Item bare = Item.stocked(new ItemCode(code), code);
    List<Material> materials = List.of(Material.of(new ItemCode(material), Quantity.of("2")));
    return new Item(bare.code(), bare.name(), bare.unit(), bare.kind(), materials);
  }

  @Test
  void goOutAsFilesThatComeInAgain() {
    String parties = core.get(base + "/exports/parties").body();
    assertThat(parties)
        .startsWith("code,name,roles,country,walk_in")
        .contains("B,Both,\"customer, supplier\",Italy,");
    String items = core.get(base + "/exports/items").body();
    assertThat(items).contains("materials.item", "BIKE,Bike,pcs,stocked,,active,");
    base = "/api/companies/" + core.newCompany();
    assertThat(imported("parties", parties)).contains("\"posted\":2,");
    assertThat(core.get(base + "/parties/B").json().get("roles")).hasSize(2);
    assertThat(imported("items", items)).contains("\"posted\":2,").contains("\"rejected\":1");
    assertThat(imported("items", items)).contains("\"posted\":1,\"there\":2,");
    assertThat(codes("/items?materials.item=WHEEL")).containsExactly("BIKE");
  }

  private String imported(String list, String file) {
    return core.post(base + "/imports/" + list + "?file=x.csv", file).expecting(200).body();
  }

  private List<String> codes(String path) {
    return core.get(base + path)
        .expecting(200)
        .json()
        .get("rows")
        .valueStream()
        .map(row -> row.get("code").asString())
        .toList();
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private void make(String path, String body) {
    post(path, body).expecting(201);
  }
}
