package org.millrace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.item.GoodsRule;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.item.Items;
import org.millrace.item.Material;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Unit;

/**
 * A bicycle maker in memory, in euros and the time zone of Shanghai: the customer SHOP, the
 * supplier STEEL, the items BELL, WHEEL, a BIKE of two wheels, and the service FITTING.
 */
public final class TestingMasters {
  public static final CompanyCode COMPANY = new CompanyCode("BIKES");
  public static final Currency EURO = Currency.getInstance("EUR");
  public static final PartyCode SHOP = new PartyCode("SHOP");
  public static final PartyCode STEEL = new PartyCode("STEEL");
  public static final ItemCode BELL = new ItemCode("BELL");
  public static final ItemCode WHEEL = new ItemCode("WHEEL");
  public static final ItemCode BIKE = new ItemCode("BIKE");
  public static final ItemCode FITTING = new ItemCode("FITTING");

  private final Map<PartyCode, Party> parties = new LinkedHashMap<>();
  private final Map<ItemCode, Item> items = new LinkedHashMap<>();

  public TestingMasters() {
    put(Party.customer(SHOP, "Bike shop", "France"));
    put(new Party(STEEL, "Steel AG", Set.of(Role.SUPPLIER), "Germany", false, Optional.empty()));
    put(Item.stocked(BELL, "Bell"));
    put(Item.stocked(WHEEL, "Wheel"));
    put(
        new Item(
            BIKE,
            "Bicycle",
            Unit.PIECES,
            ItemKind.STOCKED,
            List.of(Material.of(WHEEL, Quantity.of(2)))));
    put(new Item(FITTING, "Fitting", Unit.PIECES, ItemKind.SERVICE, List.of()));
  }

  private void put(Party party) {
    parties.put(party.code(), party);
  }

  private void put(Item item) {
    items.put(item.code(), item);
  }

  public Companies companies() {
    Company company =
        new Company(COMPANY, "Bikes", EURO, false, ZoneId.of("Asia/Shanghai"), Optional.empty());
    return new Companies() {
      @Override
      public Company open(Company opened, Instant occurredAt) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Company named(CompanyCode code) {
        return company;
      }

      @Override
      public Optional<Company> find(CompanyCode code) {
        return Optional.of(company);
      }
    };
  }

  public Parties parties() {
    return new Parties() {
      @Override
      public Party named(CompanyCode company, PartyCode code) {
        return one(parties, code);
      }

      @Override
      public Map<PartyCode, Party> named(CompanyCode company, Collection<PartyCode> codes) {
        return those(parties, codes);
      }

      @Override
      public void register(CompanyCode company, List<Party> registered, Instant occurredAt) {
        registered.forEach(party -> parties.putIfAbsent(party.code(), party));
      }

      @Override
      public Optional<Party> self(CompanyCode company) {
        return Optional.empty();
      }

      @Override
      public Map<String, List<Party>> owning(CompanyCode company, Collection<String> accounts) {
        return Map.of();
      }
    };
  }

  public Items items() {
    return new Items() {
      @Override
      public Item named(CompanyCode company, ItemCode code) {
        return one(items, code);
      }

      @Override
      public Map<ItemCode, Item> named(CompanyCode company, Collection<ItemCode> codes) {
        return those(items, codes);
      }

      @Override
      public Map<ItemCode, GoodsRule> goodsRules(CompanyCode company, Collection<ItemCode> codes) {
        return Map.of();
      }

      @Override
      public void register(CompanyCode company, List<Item> registered, Instant occurredAt) {
        registered.forEach(item -> items.putIfAbsent(item.code(), item));
      }
    };
  }

  private static <K, V> V one(Map<K, V> all, K code) {
    return Optional.ofNullable(all.get(code))
        .orElseThrow(() -> Refused.notFound("There is no " + code));
  }

  private static <K, V> Map<K, V> those(Map<K, V> all, Collection<K> codes) {
    return codes.stream()
        .distinct()
        .filter(all::containsKey)
        .collect(Collectors.toMap(Function.identity(), all::get));
  }
}
