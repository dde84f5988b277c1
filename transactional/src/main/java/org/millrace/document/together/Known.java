package org.millrace.document.together;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.millrace.database.Together;
import org.millrace.document.Versioned;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;

/** Masters that were asked for, and which of them there are none; as the database has them. */
final class Known<T extends Record> implements Together.Part {
  private final Map<CompanyCode, Map<String, Optional<Versioned<T>>>> known = new HashMap<>();
  private final Map<Filter, List<Versioned<T>>> filtered = new HashMap<>();

  private record Filter(CompanyCode company, Map<String, String> values) {}

  /** Those that have these values. */
  List<Versioned<T>> having(
      CompanyCode company, Map<String, String> values, Supplier<List<Versioned<T>>> ask) {
    Filter filter = new Filter(company, Map.copyOf(values));
    List<Versioned<T>> those = filtered.get(filter);
    if (those == null) {
      those = ask.get();
      filtered.put(filter, those);
    }
    return those;
  }

  /** Those that exist among the codes, in their order; others than the known are asked for. */
  List<Versioned<T>> find(
      CompanyCode company,
      Collection<? extends Code> codes,
      Function<List<Code>, List<Versioned<T>>> ask,
      Function<T, String> code) {
    Map<String, Optional<Versioned<T>>> those =
        known.computeIfAbsent(company, c -> new HashMap<>());
    Map<String, Code> missing = new TreeMap<>();
    codes.stream()
        .filter(each -> !those.containsKey(each.value()))
        .forEach(each -> missing.put(each.value(), each));
    if (!missing.isEmpty()) {
      missing.keySet().forEach(each -> those.put(each, Optional.empty()));
      ask.apply(List.copyOf(missing.values()))
          .forEach(found -> those.put(code.apply(found.document()), Optional.of(found)));
    }
    List<Versioned<T>> found = new ArrayList<>();
    for (String each : new TreeSet<>(codes.stream().map(Code::value).toList())) {
      those.getOrDefault(each, Optional.empty()).ifPresent(found::add);
    }
    return found;
  }

  void forget() {
    known.clear();
    filtered.clear();
  }

  @Override
  public Supplier<Boolean> mark() {
    return () -> true;
  }

  @Override
  public void finish() {
    forget();
  }
}
