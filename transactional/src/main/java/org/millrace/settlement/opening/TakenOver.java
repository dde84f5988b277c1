package org.millrace.settlement.opening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.millrace.database.Together;
import org.millrace.document.Documents;
import org.millrace.party.PartyCode;
import org.millrace.settlement.OpeningItem;
import org.millrace.settlement.Side;
import org.millrace.shared.CompanyCode;

/** Which numbers were taken over of a party; asked for once where items come in together. */
final class TakenOver implements Together.Part {
  private final Map<Of, Set<String>> known = new HashMap<>();

  /** Whose items. */
  record Of(CompanyCode company, Side side, PartyCode party) {}

  /** Whether the item of that number was taken over and not taken back. */
  static boolean has(Documents<OpeningItem> items, Of of, String source) {
    Together together = Together.running();
    return together == null
        ? !sources(items, of, Map.of("sourceNumber", source)).isEmpty()
        : together
            .part(TakenOver.class, TakenOver::new)
            .known
            .computeIfAbsent(of, each -> new HashSet<>(sources(items, each, Map.of())))
            .contains(source);
  }

  /** One more was. */
  static void note(Of of, String source) {
    Together together = Together.running();
    if (together != null) {
      together
          .part(TakenOver.class, TakenOver::new)
          .known
          .computeIfAbsent(of, each -> new HashSet<>())
          .add(source);
    }
  }

  private static List<String> sources(
      Documents<OpeningItem> items, Of of, Map<String, String> more) {
    Map<String, String> same = new HashMap<>(more);
    same.put("side", of.side().name().toLowerCase(Locale.ROOT));
    same.put("party", of.party().value());
    same.put("status", "posted");
    return items.having(of.company(), same).stream()
        .map(item -> item.document().sourceNumber())
        .toList();
  }

  /** An act notes when nothing can refuse it any more. */
  @Override
  public Supplier<Boolean> mark() {
    return () -> true;
  }

  @Override
  public void finish() {}
}
