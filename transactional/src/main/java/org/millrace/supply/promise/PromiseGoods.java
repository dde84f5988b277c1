package org.millrace.supply.promise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millrace.database.Together;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.sales.order.Promises;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.Outlook;
import org.millrace.supply.DefaultTerms;

/** Tells by when goods can leave, on what is there, under way, or can be supplied. */
final class PromiseGoods implements Promises {
  private final Items items;
  private final Outlook outlook;
  private final DefaultTerms terms;

  PromiseGoods(Items items, Outlook outlook, DefaultTerms terms) {
    this.items = items;
    this.outlook = outlook;
    this.terms = terms;
  }

  @Override
  public List<Optional<LocalDate>> days(CompanyCode company, Asked asked) {
    return promises(company, asked).stream().map(Promise::promisedOn).toList();
  }

  List<Promise> promises(CompanyCode company, Asked question) {
    Set<ItemCode> asked = question.goods().stream().map(Goods::item).collect(Collectors.toSet());
    Map<ItemCode, Item> known = items.named(company, asked);
    Map<ItemCode, Map<LocationCode, Ahead>> ahead = ahead(company, known.keySet(), question);
    List<Promise> promises = new ArrayList<>(question.goods().size());
    for (Goods goods : question.goods()) {
      promises.add(promise(company, question, goods, known, ahead));
    }
    @Nullable Together together = Together.running();
    if (together != null) {
      ahead(together).want(company, question);
    }
    return promises;
  }

  private Promise promise(
      CompanyCode company,
      Asked question,
      Goods goods,
      Map<ItemCode, Item> known,
      Map<ItemCode, Map<LocationCode, Ahead>> ahead) {
    Item item = Objects.requireNonNull(known.get(goods.item()));
    Quantity wanted = goods.quantity();
    if (!item.isStocked()) {
      Optional<LocalDate> day = Optional.of(question.from());
      return promise(question, goods, item, new Told(wanted, day, Optional.empty()), List.of());
    }
    Map<LocationCode, Ahead> places = Objects.requireNonNull(ahead.get(goods.item()));
    Ahead here = Objects.requireNonNull(places.get(question.location()));
    Quantity available = here.availableOn(question.from());
    Optional<LocalDate> underWay = here.firstDay(wanted, question.from());
    Optional<LocalDate> supplied =
        underWay.equals(Optional.of(question.from()))
            ? Optional.empty()
            : capable(company, question, item, ahead)
                .readyOn(item.code(), wanted.minus(here.availableOn(question.today())))
                .map(day -> day.isBefore(question.from()) ? question.from() : day);
    List<Promise.Place> others = new ArrayList<>();
    places.forEach(
        (location, there) -> {
          if (!location.equals(question.location())) {
            others.add(new Promise.Place(location, there.availableOn(question.from())));
          }
        });
    here.take(Capable.earlier(underWay, supplied).orElse(question.from()), wanted);
    return promise(question, goods, item, new Told(available, underWay, supplied), others);
  }

  /** What is available on the day asked for, and the days that are known. */
  private record Told(
      Quantity available, Optional<LocalDate> underWay, Optional<LocalDate> supplied) {
    Promise.Basis basis(LocalDate from) {
      if (underWay.equals(Optional.of(from))) {
        return Promise.Basis.STOCK;
      }
      Optional<LocalDate> day = Capable.earlier(underWay, supplied);
      return day.isEmpty()
          ? Promise.Basis.NONE
          : day.equals(underWay) ? Promise.Basis.EXPECTED : Promise.Basis.LEAD_TIME;
    }
  }

  private static Promise promise(
      Asked question, Goods goods, Item item, Told told, List<Promise.Place> others) {
    return new Promise(
        item.code(),
        item.name(),
        question.location(),
        goods.quantity(),
        question.from(),
        told.available(),
        Capable.earlier(told.underWay(), told.supplied()),
        told.basis(question.from()),
        told.underWay(),
        told.supplied(),
        others);
  }

  /** Who wants goods after the document that asks does not count against it. */
  private Map<ItemCode, Map<LocationCode, Ahead>> ahead(
      CompanyCode company, Collection<ItemCode> codes, Asked question) {
    if (codes.isEmpty()) {
      return new HashMap<>();
    }
    Map<ItemCode, Map<LocationCode, List<Outlook.Goods>>> goods = new HashMap<>();
    codes.forEach(
        code -> goods.put(code, new TreeMap<>(Map.of(question.location(), new ArrayList<>()))));
    Set<ItemCode> passed = new HashSet<>();
    for (Outlook.Goods one : ahead().of(company, codes, question.moved())) {
      boolean isOwn = one.document().isPresent() && one.document().equals(question.except());
      boolean isBehind = passed.contains(one.item()) && one.quantity().isNegative();
      if (isOwn) {
        passed.add(one.item());
      } else if (!isBehind) {
        Objects.requireNonNull(goods.get(one.item()))
            .computeIfAbsent(one.location(), location -> new ArrayList<>())
            .add(one);
      }
    }
    Map<ItemCode, Map<LocationCode, Ahead>> ahead = new HashMap<>();
    goods.forEach(
        (item, places) -> {
          Map<LocationCode, Ahead> of = new TreeMap<>();
          places.forEach((place, all) -> of.put(place, Ahead.of(all, question.today())));
          ahead.put(item, of);
        });
    return ahead;
  }

  private Outlook ahead() {
    @Nullable Together together = Together.running();
    return together == null ? outlook : ahead(together);
  }

  private OutlookTogether ahead(Together together) {
    return together.part(this, () -> new OutlookTogether(outlook, together));
  }

  /** What can be made of an item's bill of material, all of it looked up. */
  private Capable capable(
      CompanyCode company,
      Asked question,
      Item item,
      Map<ItemCode, Map<LocationCode, Ahead>> ahead) {
    Map<ItemCode, Item> bill = new HashMap<>(Map.of(item.code(), item));
    Set<ItemCode> next = materials(List.of(item), bill);
    while (!next.isEmpty()) {
      Map<ItemCode, Item> found = items.named(company, next);
      bill.putAll(found);
      next = materials(found.values(), bill);
    }
    Set<ItemCode> others = new HashSet<>(bill.keySet());
    others.removeAll(ahead.keySet());
    Map<ItemCode, Map<LocationCode, Ahead>> all = ahead(company, others, question);
    all.putAll(ahead);
    Function<ItemCode, Ahead> here =
        code -> Objects.requireNonNull(all.get(code)).get(question.location());
    return new Capable(
        bill, here, (code, start) -> terms.readyOn(company, code, start), question.today());
  }

  private static Set<ItemCode> materials(Collection<Item> of, Map<ItemCode, Item> known) {
    return of.stream()
        .flatMap(item -> item.materials().stream())
        .map(material -> material.item())
        .filter(code -> !known.containsKey(code))
        .collect(Collectors.toSet());
  }
}
