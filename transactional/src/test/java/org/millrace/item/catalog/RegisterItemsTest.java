package org.millrace.item.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.COMPANY;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.item.CostingLevel;
import org.millrace.item.CostingMethod;
import org.millrace.item.CostingRule;
import org.millrace.item.GoodsRule;
import org.millrace.item.Item;
import org.millrace.item.ItemChanged;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroup;
import org.millrace.item.ItemGroupCode;
import org.millrace.item.ItemKind;
import org.millrace.item.ItemRegistered;
import org.millrace.item.Material;
import org.millrace.item.SupplierReturn;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Unit;

/** Items and what they are made of, with documents in memory. */
class RegisterItemsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final TestingDocuments<Item> stored = new TestingDocuments<>(Item.KIND);
  private final TestingDocuments<ItemGroup> groups = new TestingDocuments<>(ItemGroup.KIND);
  private final Set<ItemCode> moved = new TreeSet<>();
  private final RegisterItems items = new RegisterItems(stored, groups, (company, asked) -> moved);

  @Test
  void isMadeOfWhatIsRegisteredEachOnce() {
    add("TUBE");
    add("WHEEL", "TUBE");
    refused(
        () -> add("BIKE", "WHEEL", "FRAME"),
        "The bill of material of BIKE cannot be used: materials.item is 'FRAME', expected a"
            + " registered item");
    refused(
        () -> add("BIKE", "WHEEL", "WHEEL"), "materials is 'BIKE', expected each material once");
    assertThat(stored.told()).hasSize(2).allMatch(ItemRegistered.class::isInstance);
  }

  @Test
  void staysInItsWayOfCostingOnceItsGoodsMoved() {
    group("LAYERS", CostingMethod.FIFO);
    group("OTHER-LAYERS", CostingMethod.FIFO);
    Versioned<Item> tube = add("TUBE");
    refused(() -> change(tube, "NONE"), "group is 'NONE', expected an item group of the company");
    Versioned<Item> grouped = change(tube, "LAYERS");
    assertThat(items.goodsRules(COMPANY, Set.of(tube.document().code())).values())
        .extracting(GoodsRule::costing)
        .containsExactly(new CostingRule(CostingMethod.FIFO, CostingLevel.ITEM));
    moved.add(tube.document().code());
    Versioned<Item> again = change(grouped, "OTHER-LAYERS");
    refused(
        () -> items.change(again, item("TUBE"), NOON),
        "Goods of item TUBE have moved, so how they are valued stays");
  }

  private void group(String code, CostingMethod method) {
    ItemGroup group =
        new ItemGroup(
            new ItemGroupCode(code),
            "Layers",
            method,
            CostingLevel.ITEM,
            SupplierReturn.PRICE_PAID,
            Optional.empty());
    groups.add(List.of(Versioned.first(COMPANY, group)));
  }

  private Versioned<Item> change(Versioned<Item> item, String group) {
    Item before = item.document();
    Optional<ItemGroupCode> named = Optional.of(new ItemGroupCode(group));
    Item after =
        new Item(
            before.code(), before.name(), before.unit(), before.kind(), named, before.materials());
    return items.change(item, after, NOON);
  }

  @Test
  void isNoPartOfItselfAtAnyDepth() {
    add("TUBE");
    Versioned<Item> wheel = add("WHEEL", "TUBE");
    add("BIKE", "WHEEL");
    refused(() -> add("KNOT", "KNOT"), "The bill of material of KNOT runs in a circle");
    refused(
        () -> items.change(wheel, item("WHEEL", "TUBE", "BIKE"), NOON),
        "The bill of material of WHEEL runs in a circle: materials is 'WHEEL', expected materials"
            + " that do not contain the item itself, at any depth");
    Item after = items.change(wheel, item("WHEEL"), NOON).document();
    assertThat(after.materials()).isEmpty();
    assertThat(stored.told()).last().isInstanceOf(ItemChanged.class);
  }

  @Test
  void ofAFileIsMadeOfWhatStandsBesideItInAnyOrder() {
    items.register(
        COMPANY, List.of(item("BIKE", "WHEEL"), item("WHEEL", "TUBE"), item("TUBE")), NOON);
    assertThat(items.named(COMPANY, new ItemCode("BIKE")).materials()).hasSize(1);
    refused(
        () -> items.register(COMPANY, List.of(item("A", "B"), item("B", "A")), NOON),
        "runs in a circle");
    refused(
        () -> items.register(COMPANY, List.of(item("CART", "BOX")), NOON),
        "materials.item is 'BOX', expected a registered item");
    assertThat(stored.stored()).hasSize(3);
  }

  @Test
  void ofAFileThatIsRegisteredStaysAsItIs() {
    add("WHEEL");
    items.register(COMPANY, List.of(item("WHEEL", "WHEEL"), item("BELL")), NOON);
    assertThat(items.named(COMPANY, new ItemCode("WHEEL")).materials()).isEmpty();
    assertThat(stored.told()).hasSize(2);
  }

  /** Whatever bills of material are given to five items, one after the other. */
  @Property(tries = 300)
  void billsOfMaterialNeverRunInACircle(
      @ForAll @Size(12) List<@IntRange(min = 0, max = 24) Integer> acts) {
    TestingDocuments<Item> documents = new TestingDocuments<>(Item.KIND);
    RegisterItems register = new RegisterItems(documents, groups, (company, asked) -> moved);
    List<String> codes = List.of("A", "B", "C", "D", "E");
    codes.forEach(code -> register.registerNew(COMPANY, item(code), NOON));
    Map<String, Set<String>> made = new HashMap<>();
    codes.forEach(code -> made.put(code, Set.of()));
    for (int act : acts) {
      String code = codes.get(act / 5);
      Set<String> wanted = new HashSet<>(made.get(code));
      wanted.add(codes.get(act % 5));
      Versioned<Item> before = documents.named(COMPANY, new ItemCode(code));
      Item after = item(code, wanted.toArray(String[]::new));
      boolean isCircle = wanted.stream().anyMatch(part -> reaches(part, code, made));
      Statistics.label("accepted").collect(!isCircle);
      if (isCircle) {
        refused(() -> register.change(before, after, NOON), "runs in a circle");
      } else {
        register.change(before, after, NOON);
        made.put(code, wanted);
      }
    }
    assertThat(documents.stored())
        .allSatisfy(
            item ->
                assertThat(
                        item.materials().stream()
                            .map(material -> material.item().value())
                            .collect(Collectors.toSet()))
                    .isEqualTo(made.get(item.code().value())));
    Statistics.label("accepted").coverage(seen -> seen.check(true).percentage(p -> p >= 50));
  }

  private static boolean reaches(String from, String to, Map<String, Set<String>> made) {
    return from.equals(to) || made.get(from).stream().anyMatch(part -> reaches(part, to, made));
  }

  private Versioned<Item> add(String code, String... materials) {
    return items.registerNew(COMPANY, item(code, materials), NOON);
  }

  private static Item item(String code, String... materials) {
    return new Item(
        new ItemCode(code),
        code,
        Unit.PIECES,
        ItemKind.STOCKED,
        Arrays.stream(materials)
            .map(material -> Material.of(new ItemCode(material), Quantity.of(1)))
            .toList());
  }

  private static void refused(ThrowingCallable act, String expected) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(expected);
  }
}
