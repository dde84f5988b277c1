package org.millrace.supply.promise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.millrace.database.Together;
import org.millrace.item.ItemCode;
import org.millrace.sales.order.Promises;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.Outlook;

/**
 * The outlook of documents that are made together, asked for once by item and summed up by day.
 * What one of them wants is not stored before all are made, but counts for those after it.
 */
final class OutlookTogether implements Outlook, Together.Part {
  private final Outlook stored;
  private final Together together;
  private final Map<Key, Map<When, Goods>> known = new HashMap<>();
  private final List<Wanted> wanted = new ArrayList<>();

  OutlookTogether(Outlook stored, Together together) {
    this.stored = stored;
    this.together = together;
  }

  private record Key(CompanyCode company, ItemCode item) {}

  /** Goods that are counted alike. */
  private record When(
      LocationCode location, Optional<LocalDate> day, boolean isPlanned, boolean isWanted) {
    static When of(Goods goods) {
      return new When(
          goods.location(),
          goods.day(),
          goods.document().isPresent(),
          goods.quantity().isNegative());
    }
  }

  private record Wanted(Key key, Goods goods) {}

  /** What is made together wants nothing yet, so that it cannot be moved. */
  @Override
  public List<Goods> of(CompanyCode company, Collection<ItemCode> items, Optional<Moved> moved) {
    if (!items.stream().allMatch(item -> known.containsKey(new Key(company, item)))) {
      Set<ItemCode> missing = new TreeSet<>(items);
      missing.addAll(together.announced(ItemCode.class));
      missing.removeIf(item -> known.containsKey(new Key(company, item)));
      missing.forEach(item -> known.put(new Key(company, item), new LinkedHashMap<>()));
      stored.summed(company, missing).forEach(goods -> add(new Key(company, goods.item()), goods));
    }
    List<Goods> all = new ArrayList<>();
    items.forEach(item -> all.addAll(of(new Key(company, item)).values()));
    return all;
  }

  @Override
  public List<Goods> summed(CompanyCode company, Collection<ItemCode> items) {
    return of(company, items, Optional.empty());
  }

  private Map<When, Goods> of(Key key) {
    return Objects.requireNonNull(known.get(key));
  }

  private void add(Key key, Goods goods) {
    of(key).merge(When.of(goods), goods, (one, other) -> with(one, other.quantity()));
  }

  private static Goods with(Goods goods, Quantity more) {
    return new Goods(
        goods.item(), goods.location(), goods.quantity().plus(more), goods.day(), goods.document());
  }

  /** Those who ask after this find what is asked for here wanted already. */
  void want(CompanyCode company, Promises.Asked asked) {
    Optional<DocumentRef> document = asked.except();
    for (Promises.Goods one : asked.goods()) {
      Key key = new Key(company, one.item());
      if (document.isPresent() && known.containsKey(key)) {
        Goods goods =
            new Goods(
                one.item(),
                asked.location(),
                one.quantity().negated(),
                Optional.of(asked.from()),
                document);
        add(key, goods);
        wanted.add(new Wanted(key, goods));
      }
    }
  }

  @Override
  public Supplier<Boolean> mark() {
    int before = wanted.size();
    return () -> {
      while (wanted.size() > before) {
        Wanted last = wanted.remove(wanted.size() - 1);
        Map<When, Goods> of = of(last.key());
        When when = When.of(last.goods());
        Goods less = with(Objects.requireNonNull(of.get(when)), last.goods().quantity().negated());
        if (less.quantity().isZero()) {
          of.remove(when);
        } else {
          of.put(when, less);
        }
      }
      return true;
    };
  }

  @Override
  public void finish() {
    known.clear();
  }
}
